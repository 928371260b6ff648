"""The look of documents and slides: 朱墨, with typefaces that office programs have."""

INK, QUIET, CINNABAR, PAPER = "1B1A18", "655F55", "A9251B", "FCFBF7"
"""As in docs/assets/palette.css: the source's ink, what stands back, the archive's own hand, the page."""
FONTS = {
    "en": ("Georgia", "SimSun"),
    "zh-Hans": ("Georgia", "SimSun"),
    "zh-Hant-TW": ("Georgia", "PMingLiU"),
    "zh-Hant-HK": ("Georgia", "MingLiU_HKSCS"),
}
"""For Latin and for Chinese characters. A program that lacks one takes its own serif instead."""
TAGS = {"en": "en-US", "zh-Hans": "zh-CN", "zh-Hant-TW": "zh-TW", "zh-Hant-HK": "zh-HK"}
"""What office programs call the languages."""
