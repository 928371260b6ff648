"""What mail programs write at the head of a mail, and offices in capitals at that of a memo, in
English and Chinese. Said once, for all that reads texts.
"""

import re

FROM = "From|FROM|发件人|發件人|寄件者|寄件人"
TO = "To|TO|收件人|收件者"
SENT = "Date|DATE|Sent|日期|时间|時間|发送时间|發送時間|发送日期|寄件日期"
SUBJECT = "Subject|SUBJECT|RE|主题|主題|主旨"
ANSWER = r"(?:Re|Fwd?|AW|WG|回[复覆]|答[复覆]|[转轉][发發寄])\s?[:：]\s*"
"""What answering and forwarding put before a subject."""
_OTHERS = "(?i:cc|bcc)|抄送|副本|Reply-To|回复地址|Importance|重要性|Attachments?|附件"


def head(*names: str) -> str:
    """The pattern of a line's beginning with one of these names, in either width: `寄件者：`.

    >>> bool(re.match(head(FROM, TO), "寄件者：陳大文")), bool(re.match(head(FROM), "From the start: no"))
    (True, False)
    """
    return rf"(?:{'|'.join(names)})\s?[:：]"


ANY = head(FROM, TO, SENT, SUBJECT, _OTHERS)
_ANY = re.compile(ANY)
_FROM, _BESIDE, _SUBJECT = (
    re.compile(head(FROM)),
    re.compile(head(TO, SENT, SUBJECT)),
    re.compile(head(SUBJECT)),
)


def is_field(line: str) -> bool:
    """Whether a line is of the head of a mail.

    >>> is_field("cc: press@example.org"), is_field("发件人：李娜"), is_field("Note: it rained")
    (True, True, False)
    """
    return bool(_ANY.match(line))


def begins_mail(line: str) -> bool:
    """Whether a line says whom a mail is from, as its head begins."""
    return bool(_FROM.match(line))


def names_subject(line: str) -> bool:
    """Whether a line says what a mail is about."""
    return bool(_SUBJECT.match(line))


_WROTE = re.compile(r"On\s.{6,120}\bwrote:$|.{0,60}\d{4}.{0,60}(?:写道|寫道):$")


def introduces_mail(line: str) -> bool:
    """Whether a line introduces a mail that is quoted under it.

    >>> introduces_mail("On Tue, Mar 14, 2017 at 7:15 PM, Dana Whitlock wrote:"), introduces_mail("He wrote:")
    (True, False)
    """
    return bool(_WROTE.match(line))


def is_mail(lines: list[str]) -> bool:
    """Whether lines have the head of a mail among them: whom it is from, and to whom, when or about
    what.

    >>> is_mail(["From: Dana", "Subject: Draft"]), is_mail(["From: all of us, thanks."])
    (True, False)
    """
    return any(map(begins_mail, lines)) and any(_BESIDE.match(line) for line in lines)
