# The words of the web app: history, forecast and pictures. American English; how to write them stands at the top of en.ftl.

## Pictures

days-read-after = { $when }, { $duration } after
days-table-day = Day
days-table-time = Time
days-table-week = Week from
days-table-range = Likely range
days-of-64 = of 64
days-likely = likely { $range }
days-in-figures = In figures
days-read-name = Read { $title }
days-open-day = Open this day
days-read-how = Slide over the picture, or use the arrow keys.
days-read-how-weeks = Tap a day, or use the arrow keys.

## History: a stretch of days

days-this-week = This week
days-week-span = { $from } to { $to }
days-at-least = at least { $amount } in { $doses }
days-apart-title = How much a time, how often a day
days-apart-why = Two different things to change. Each is the middle of this time.
days-per-dose = Grams per dose
days-per-dose-basis = middle of { $doses }
days-per-day = Doses per day
days-per-day-basis = middle of { $days }
days-apart-thin = Too few entries in this time to say.
days-gaps = { $gaps ->
    [one] { $gaps } of { $days } days has no entry. No entry does not mean none taken.
   *[other] { $gaps } of { $days } days have no entry. No entry does not mean none taken.
}
days-newer = Later days
days-year-before = The year before
days-year-after = The year after
days-weekly-title = Grams and doses per week
days-weekly-grams = grams per week
days-weekly-doses = doses per week
days-title = Days
days-weeks-title = Weeks

## History: one day

days-day-entries = Entries
days-day-before = The day before
days-day-after = The day after
days-day-empty = Nothing is written about this day.
days-day-empty-why = It may have been a day without, or not. Only you know.
days-day-changed = changed
days-day-imported = imported
