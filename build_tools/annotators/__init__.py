"""What finds marks in a text: one file for each way of finding them."""

from build_tools.annotators import days, names, quoted
from build_tools.annotators.given import Annotator

ANNOTATORS: tuple[Annotator, ...] = (names.find, days.find, quoted.find)
