# The words of the web app: check-in, craving, help, settings and about. American English; how to write them stands at the top of en.ftl.

care-theme = Appearance
