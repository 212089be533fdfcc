# The words of the web app: history, forecast and pictures. American English; how to write them stands at the top of en.ftl.

## Pictures

days-read-after = { $when }, { $duration } after
days-table-day = Day
days-table-time = Time
days-table-week = Week from
days-table-range = Likely range
days-of-64 = of 64
