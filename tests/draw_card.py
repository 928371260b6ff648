"""Draws docs/assets/card.png, the picture beside a link to the archive, from templates/card.html.
Run by hand: python -m tests.draw_card
"""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browsing import launch

ROOT = Path(__file__).resolve().parents[1]


def draw(target: Path) -> None:
    """The card as a PNG of 1200 by 630."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1200, "height": 630}, color_scheme="light")
        page.goto((ROOT / "templates" / "card.html").as_uri())
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    draw(ROOT / "docs" / "assets" / "card.png")
