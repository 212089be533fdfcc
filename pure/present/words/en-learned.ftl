
# What was learned from reports, the courses on three conditions, and the question that would teach most. How to write
# them stands at the top of en.ftl.

## Elsewhere

kind-learning-on = learning switched on
kind-learning-off = learning switched off
kind-learning-reset = learning begun anew
learning-is-off = Learning from your reports is switched off: this is the spread between people.
learning-is-unclear = What your reports say together could not be worked out well enough, so this is the spread between people.
learning-left-out = { $count ->
    [one] { $count } report of yours does
   *[other] { $count } reports of yours do
} not count. { $surface ->
    [page] What Ebb learned says why.
   *[terminal] `ebb learn` says why.
}
learned-baseline-in-it = The scores are what you would say: the points you give without any withdrawal are in them, and the ranges leave room for how answers vary.

## What was learned

learned-title = What Ebb learned from your reports
learned-lead = A forecast begins with the spread between people. What you report moves it towards you.
learned-nothing = Nothing yet: there is no report that counts. { $surface ->
    [page] Say in a check-in how withdrawal is, or of a dose how it felt and how long.
   *[terminal] Say how withdrawal is, `ebb checkin --withdrawal 12`, or how a dose felt and how long, `ebb effect last --strength 5 --hours 3`.
}
learned-since = You began anew { $when }; what was said before that does not count.
learned-from = Learned from { $symptoms ->
    [one] { $symptoms } withdrawal check-in,
   *[other] { $symptoms } withdrawal check-ins,
} { $felt ->
    [one] { $felt } rating of how a dose felt
   *[other] { $felt } ratings of how a dose felt
} and { $lasted ->
    [one] { $lasted } of how long.
   *[other] { $lasted } of how long.
}
learned-numbers-heading = You, beside most people
learned-potency = How strongly an amount acts
learned-felt = How much of that is felt
learned-tolerance = How much tolerance builds up
learned-withdrawal = How strong withdrawal gets
learned-fast = Time until half of short tolerance is gone
learned-slow = Time until half of long tolerance is gone
learned-baseline = Score without any withdrawal
learned-you = you
learned-people = most people
learned-times = { $mid } times the middle of most people, likely { $you }; most people { $people }.
learned-span = likely { $you }; most people { $people }.
learned-width-left = Narrowed to { $share } of the range of most people.
learned-unmoved = Hardly moved by your reports so far:
learned-batches-heading = Strength of what you take, beside what was logged
learned-batch = { $name }: likely { $range } times as strong as logged.
learned-batch-unnamed = Without a product: likely { $range } times as strong as logged.
learned-kinds-heading = What each kind of report tells
learned-told-symptoms = Withdrawal check-ins: { $names }.
learned-told-felt = Ratings of how a dose felt: { $names }.
learned-told-lasted = Ratings of how long: { $names }.
learned-told-little = nothing that the others do not tell
learned-worth = Worked out from the equivalent of { $count } independent samples.
learned-limits = Ratings of how a dose felt are used to learn from, and for nothing else. What reports cannot tell apart is held at what is known of people, so the ranges of single numbers are a little too narrow.
learned-ways-back = { $surface ->
    [page] You can begin anew or switch learning off. What you reported stays in the diary.
   *[terminal] `ebb learn --reset` begins anew, `ebb learn --off` switches learning off. What you reported stays in the diary; `ebb undo` takes either back.
}
learning-now-on = Ebb learns from your reports.
learning-now-off = Ebb no longer learns from your reports. Forecasts are the spread between people.
learning-now-reset = Begun anew: reports from before now no longer count. They stay in the diary.
learning-was-so = Nothing to change: it is so already.

## Why a report does not count

left-out-no-time = { $count } without a time of day, or without the dose it is about.
left-out-out-of-range = { $count } outside the scale.
left-out-without-forecast = { $count } within two weeks of a 7-OH or similar product.
left-out-too-few-doses = { $count } with too few known doses before.
left-out-mostly-unknown = { $count } at a time when most amounts are unknown.
left-out-nobody-said = { $count } after days of which no entry tells.
left-out-before-reset = { $count } from before you began anew.
left-out-older = { $count } too long ago.

## The question that would teach most

ask-check-in = A word on how withdrawal is now would sharpen the forecast most. { $surface ->
    [page] A check-in takes it.
   *[terminal] `ebb checkin --withdrawal POINTS`, 0 to 64.
}
ask-felt = A word on how strong the dose of { $when } felt would sharpen the forecast most. { $surface ->
    [page] It can be said of the dose.
   *[terminal] `ebb effect last --strength POINTS`, 0 to 10.
}
ask-lasted = A word on how long the dose of { $when } was felt would sharpen the forecast most. { $surface ->
    [page] It can be said of the dose.
   *[terminal] `ebb effect last --hours HOURS`.
}

## What would come

course-stop-title = If you took nothing more
course-keep-on-title = If you go on as now
course-taper-title = If you come down step by step
course-plan-title = If you follow your plan
course-keep-on-lead = The { $doses } of the last { $days } again and again, as they were. An estimate, not a suggestion.
course-stood-in = { $count ->
    [one] One of them has no known amount; your usual one stands in.
   *[other] { $count } of them have no known amount; your usual one stands in.
}
course-taper-lead = The { $doses } of the last { $days } again and again, and after every { $every } each amount is { $percent } smaller than before. Your steps, seen through the model: an estimate, not a suggestion.
course-taper-fast = That is faster than { $usual } a week, the most that Ebb would take by itself (Ebb's own judgement, grade { $grade }; nobody has tested tapering kratom). Smaller steps take longer and ask less at a time.
course-taper-clinicians = You said that a clinician set this pace.
course-taper-left = Where this ends, { $percent } of those amounts is left. Stopping from there would be a step of its own.
course-taper-care = Come down with a clinician if you can. When it hurts, stay at a step or make the next one smaller.
course-plan-lead = { $doses } as you wrote them, the last { $when }. After that this takes nothing. Your plan, seen through the model; Ebb proposes none.
course-plan-empty = The plan has no dose, so nothing is taken.
course-largest-step = Largest step down from one week to the next: { $percent }.
course-no-step = It does not go down from one week to the next.
course-steep = That is steeper than { $cap } a week, the most that Ebb holds to without a clinician (Ebb's own judgement, grade { $grade }; nobody has tested tapering kratom). Smaller steps take longer and ask less at a time.
course-goes-up = In one week it goes up. Tolerance and the withdrawal after it go up with that.
course-cliff = It ends while { $percent } of what you take now is still taken: the end is a step of its own.
course-worst = Worst of it: { $score }; in half of the cases { $inner }.
course-worst-in = Worst in { $hours } from now.
course-tolerance = Tolerance: { $now } now, { $end } after { $days } (1 is none).
course-days-heading = The worst withdrawal within each day from now
days-above = Days with { $score } points or more, of the { $days } days from now: { $range }.
forecast-inner = In half of the cases: { $range } of 64
no-course-short = There are { $have ->
    [one] { $have } whole day
   *[other] { $have } whole days
} in the diary; going on as now, or coming down from it, needs at least { $need }.
no-course-nothing-lately = Nothing was logged in the last { $days }, so there is nothing to go on from.

## Steps that are none

err-taper-percent = A step is a whole number of percent, from 1 to { $most }.
rec-taper-percent = Write the figure alone, such as 5.
err-taper-days = From one step to the next is a whole number of days, from 1 to { $most }.
rec-taper-days = Write the figure alone, such as 7.
err-taper-fast = That is { $percent } less within a week. Ebb goes down by { $cap } a week at most, unless a clinician set the pace.
rec-taper-fast = Choose a smaller step or more days. { $surface ->
    [page] If a clinician set it, say so below.
   *[terminal] `--clinician` says that a clinician set it.
}

## A plan that cannot be read

err-plan = Line { $line } of the plan could not be used: { $what }
rec-plan = Write each dose with its date and time, as you would log it: 2026-02-04 08:00 2.5g green
plan-no-date = it has no date.
plan-past = it lies in the past.
plan-too-far = it lies more than { $days } days ahead.
plan-unknown = the amount is not known, and unknown is not zero.
plan-no-product = no product of yours has this name.
plan-no-strength = its strength is not known.
plan-without-forecast = there is no forecast for 7-OH and similar products.
plan-too-many = a plan has at most { $most } doses.
