"""What finds marks in a text: one file for each way of finding them."""

from build_tools.annotators import quoted
from build_tools.annotators.dates import found as dates
from build_tools.annotators.given import Annotator
from build_tools.annotators.names import found as names

ANNOTATORS: tuple[Annotator, ...] = (names.find, dates.find, quoted.find)
