# The words of the web app: history, forecast and pictures. American English; how to write them stands at the top of en.ftl.

days-calendar = Calendar
