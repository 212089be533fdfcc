# The words of the web app: logging, entries and how a dose felt. American English; how to write them stands at the top of en.ftl.

log-amount = Amount
