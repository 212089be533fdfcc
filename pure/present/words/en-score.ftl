
# How past forecasts did: the score screen, its picture, and what it changes elsewhere. How to write them stands at the
# top of en.ftl.

## Elsewhere

kind-forecast = forecast shown { $when }
score-kept-forecast = Forecast that was shown
score-not-kept = This forecast could not be kept, so it will not be compared with what comes.
rests-on-widened = Past ranges held too little of what you said, so these are drawn { $factor } times as wide.

## The screen

score-title = How past forecasts did
score-lead = A forecast you look at is kept. When you say later how withdrawal is, and what you logged in between is what it spoke of, Ebb compares the two.
score-stopping-heading = If you stopped
score-going-on-heading = Going on, coming down, plans
score-nothing-kept = No forecast is kept yet. { $surface ->
    [page] Look at the forecast, and say some hours later how it is.
   *[terminal] `ebb forecast` shows one and keeps it; say some hours later how it is: `ebb checkin --withdrawal 12`.
}
score-nothing-compared = { $count ->
    [one] One forecast is kept,
   *[other] { $count } forecasts are kept,
} and there is nothing to compare yet. An answer counts from half an hour after you looked. { $surface ->
    [page] Say how withdrawal is in a check-in.
   *[terminal] Say how it is: `ebb checkin --withdrawal 12`.
}
score-compared = { $answers ->
    [one] One answer
   *[other] { $answers } answers
} so far, compared with forecasts you had looked at before.
score-held-wide = Wide range, meant to hold 8 in 10: it held { $held } of { $total }. So far the true share may be anywhere from { $range }.
score-held-inner = Inner range, meant to hold 5 in 10: it held { $held } of { $total }. So far the true share may be anywhere from { $range }.
score-bias-above = On average you said { $points } more than the middle of the forecast ({ $range }), of 64.
score-bias-below = On average you said { $points } less than the middle of the forecast ({ $range }), of 64.
score-bias-none = On average you said what the middle of the forecast said.
score-range = { $low } to { $high }
score-range-unknown = no range yet
score-miss = Off by { $points } of 64 on average, its width counted in.
score-miss-last = "The same as last time" would have been off by { $points } on the { $count ->
    [one] one comparison
   *[other] { $count } comparisons
} that have a last time; the forecast by { $ours }.
score-miss-population = The curve of people in general would have been off by { $points }; the one that was shown by { $ours }.

## What it comes to

score-too-few = Too few to judge: { $have } of { $need } answers, from { $blocks } of { $blocksneeded } stretches of days. Answers of the same few days are much alike and count for little more than one.
score-as-good = No clear difference yet between the forecast and simpler guesses.
score-better = The forecast came closer to what you said than "the same as last time".
score-worse-last = "The same as last time" came closer to what you said than the forecast. For now your own last days tell more than the curve.
score-worse-population = The curve of people in general came closer to what you said than the one learned from you.
score-widened-held = The model's own wide range held { $held } of { $total }, which is too few. Coming ranges are drawn { $factor } times as wide.
score-widened-worse = Because the model was further off than a simpler guess, coming ranges are drawn { $factor } times as wide.

## Where the answers fell, and by how long before

score-places-heading = Where your answers fell in the forecast
score-place-above = above the wide range
score-place-upper = upper edge of it
score-place-upper-half = inner range, upper half
score-place-lower-half = inner range, lower half
score-place-lower = lower edge of it
score-place-below = below the wide range
score-place-line = { $found }, about { $expected } expected
score-leads-heading = By how long before the answer you had looked
score-lead-hours = up to 6 hours
score-lead-day = 6 to 24 hours
score-lead-days = 1 to 3 days
score-lead-week = 3 to 7 days
score-lead-weeks = 1 to 4 weeks
score-lead-line = wide range held { $held } of { $total }, off by { $points }
score-left-out-taken = { $count ->
    [one] One answer is not compared: something was logged after the forecast's last dose, and the forecast speaks of nothing more.
   *[other] { $count } answers are not compared: something was logged after the forecast's last dose, and the forecast speaks of nothing more.
}
score-left-out-otherwise = { $count ->
    [one] One answer is not compared:
   *[other] { $count } answers are not compared:
} what was logged is not what the forecast assumed, or its amount or time is not known. The two may differ by { $share } in all and in the last day, and by { $hours } hours in the last dose.
score-left-out-silent = { $count ->
    [one] One answer is not compared: a whole day before it has no entry, and no entry does not mean none taken.
   *[other] { $count } answers are not compared: a whole day before them has no entry, and no entry does not mean none taken.
}
score-limits = Answers have ups and downs of their own; ranges leave room for them once a check-in of yours counts. The score is of these forecasts; it says nothing about you.

## The picture

chart-score-title = What was forecast, and what you said
chart-score-description = { $span }. The wide range held { $held } of { $total } answers.
chart-score-span = { $answers ->
    [one] One answer
   *[other] { $answers } answers
}, oldest first
chart-score-heading = withdrawal, 0 to 64: dots what you said, boxes what was forecast
chart-score-stopping = if you stopped: dots what you said, boxes what was forecast, 0 to 64
chart-score-going-on = going on: dots what you said, boxes what was forecast, 0 to 64
chart-score-axis = answers, oldest first
chart-score-said = what you said
