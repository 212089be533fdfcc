# The words of the web app: history, forecast and pictures. American English; how to write them stands at the top of en.ftl.

## Pictures

days-read-after = { $when }, { $duration } after
days-table-day = Day
days-table-time = Time
days-table-week = Week from
days-table-range = Likely range
days-of-64 = of 64
days-scale = 64 would be all sixteen signs of the check-in at "very much".
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

## Forecast

days-first-signs = First signs
days-hardest = Hardest
days-at-hardest = At its hardest
days-mostly-over = Mostly over
days-after-last = after the last dose
days-after-last-in = after the last dose, in { $share } of possible cases
days-not-within = not within this time
days-each-day = The worst of each day
days-each-day-why = Each bar is a range on the scale from 0 to 64; the line in it is the middle.
days-from = from { $when }
days-is-today = today
days-horizon = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
days-working = Working it out from your diary, on this device. You can do other things meanwhile.
days-go-learn = How withdrawal usually goes
days-go-history = Look at the days

## Learn

days-learn-lead = Short pages. Every figure has its source, and a grade that says how good the evidence is.
days-learn-source = Source, grade { $grade }
days-learn-of = Page { $page } of { $pages }
days-learn-go-on = Go on
days-learn-all = All pages
days-learn-own = From your own diary
days-learn-own-locked = Unlock the diary, and your own curve stands here.
days-learn-missing = There is no such page.
