# The words of the web app: logging, entries and how a dose felt. American English; how to write them stands at the top of en.ftl.

## Covered figures

log-covered = hidden
log-covered-here = Amounts are hidden. The eye at the top shows them.
log-uncover = Show amounts

## Today

today-in-doses = in { $doses }
today-at-least = at least, in { $doses }
today-unknown-amounts = { $count ->
    [one] { $count } amount is unknown.
   *[other] { $count } amounts are unknown.
}
today-until = { $day }, until { $time }
today-in-all = in all
today-amounts-unknown = amounts unknown
today-not-in-grams = not measured in grams
today-and-not-in-grams = { $count ->
    [one] { $count } dose of it is not measured in grams.
   *[other] { $count } doses of it are not measured in grams.
}
today-grams = Grams
today-doses = Doses
today-usual-is = usual day { $figure }
today-beside-usual = Beside your usual day
today-entries = Logged today
today-all-days = All days
today-log-first = Log a dose
today-log-again-short = Log { $dose }
today-log-another = Log something else
today-entries-all = All of today ({ $count })
today-held = { $count ->
    [one] { $count } imported row waits for your eye before it counts.
   *[other] { $count } imported rows wait for your eye before they count.
}
today-held-show = Look at them
today-empty-title = Your diary starts with one line
today-empty-text = Log what you take, when you take it. An amount you do not know is fine: unknown is not zero.
today-empty-import = Bring a diary in
today-empty-later = What will be here
today-empty-first = After the first dose
today-empty-first-text = What today adds up to
today-empty-days = After a few days
today-empty-days-text = Your usual day, and how today compares with it
today-empty-weeks = After one to two weeks
today-empty-weeks-text = The level in the body, tolerance, and what stopping would feel like, each with its range
today-empty-quiet = Until then Ebb says nothing rather than guess.
today-where = Where you are
today-see-course = See the course of it
today-reading-lead = Estimated, with the range it may lie in
today-reading-working = Working out the level. This takes a moment.
today-tolerance-scale = Tolerance, 1 is none
today-withdrawal-now = Withdrawal now, by the model
today-stop-hardest = If you stopped now, at its hardest
today-likely = likely { $range }
today-quiet-learn = How the readings are made, and what they need
today-only-here = Kept only on this device
today-only-here-text = There is no copy anywhere else yet. A backup is one encrypted file.
today-backup = Make a backup
today-demo = A made-up diary
today-demo-text = Nothing here is yours, and nothing is kept. Try everything.
today-demo-leave = Leave the demo
today-update = A newer version is ready
today-update-text = It takes a second. Nothing in the diary changes, and you unlock again.
today-update-now = Update now

## The next step, if there is one

next-title = If you like
next-open-day = Yesterday has no entry. No entry does not mean none taken.
next-open-day-none = None taken yesterday
next-open-day-add = Add what was taken
next-pause = { $gap } since the last dose. If an urge comes, the timer sits it out with you.
next-pause-go = Sit out an urge
next-check-in = How are you? A check-in takes a minute and teaches the forecast what your days are like.
next-check-in-go = Check in

## How a dose felt

felt-ask = How did the dose at { $time } feel?
felt-ask-yesterday = How did yesterday’s dose at { $time } feel?
felt-ask-hours = How long did the dose at { $time } last?
felt-ask-hours-yesterday = How long did yesterday’s dose at { $time } last?
felt-strength = Strength, 0 to 10
felt-hours = Until it had mostly gone
felt-not-at-all = not at all
felt-very-strongly = very strongly
felt-why = One tap is enough. Leave it if you do not want to say.
felt-not-now = Not now
felt-title = How it felt
felt-said = You said { $felt }.
felt-nothing-said = Nothing said yet.
felt-too-early = It is too early to say how long it lasts.
felt-take-back = Take back what was said
felt-noted = Noted for the dose at { $time }.

## Log

log-title = Log
log-amount = Amount
log-usual = As usual, now
log-usual-why = One tap logs it at this minute. Undo stays on the screen for a while.
log-another = A dose
log-less = Less
log-more = More
log-quick = Amounts you logged lately
log-unit = Unit
log-other-units = Other units
log-unknown = I do not know the amount
log-when = When
log-when-quick = When, quickly
log-ago = { $ago }, { $clock }
log-hours-ago = 12 h ago
log-another-day = another day …
log-wall = Day and time
log-day = Day
log-day-only = I only know the day
log-at-wall = { $day }, { $time }
log-product = Product
log-product-none = not stated
log-product-new = Name of the product
log-product-new-hint = Your own word for it, such as green. You can leave it empty, and say more about it later.
log-product-add = Add a product
log-extras = Reason, food, sipped, note
log-reason = Reason
log-reasons = Reasons you gave before
log-mood = Mood, in a word
log-stomach = Stomach
log-not-said = not said
log-stomach-empty = empty
log-stomach-quarter = a little food
log-stomach-half = half full
log-stomach-full = full
log-stomach-very-full = very full
log-over = Taken over
log-at-once = at once
log-note = Note
log-it = Log { $dose }, { $when }
log-it-anyhow = Log a dose
log-unknown-dose = a dose of unknown amount
log-unknown-dose-of = { $product }, amount unknown
log-something-else = Something else
log-co-use-title = Another substance or medicine
log-co-use-text = coffee, alcohol, tablets
log-note-title = A note
log-note-text = anything worth remembering
log-none-title = Nothing taken today
log-none-text = No entry is not the same as none taken
log-err-nothing = Write an amount, or say that you do not know it.
log-err-two-ways = This number can be read two ways. Write 1.5 for one and a half, or 1500 without a comma.
log-err-no-amount = Write a number above zero, such as 2.5.
err-time-skipped = The clock was set forward that night and skipped this time.
rec-time-skipped = Choose a time an hour later.

## Another substance, and notes

co-use-lead = Coffee, alcohol, a tablet: what else is in the body belongs into the picture.
co-use-mixing = What is dangerous to mix
co-use-what = What
co-use-what-hint = Any word of yours: coffee, beer, a tablet’s name.
co-use-lately = Substances you logged before
co-use-amount = How much, if you know
co-use-unit = Unit
co-use-unit-hint = cups, mg, glasses
co-use-save = Log it
note-lead = Words for yourself. Nobody else reads them.
note-text = Your note
note-milestone = A day worth marking, such as the day of stopping
note-save = Keep it

## Entries

entry-changed-mark = changed
entry-imported-mark = imported
entry-dose = Dose
entry-dose-unknown = Dose, unknown amount
entry-felt = How a dose felt
entry-note = Note
entry-milestone = Milestone
entry-foreign-plan = Plan from elsewhere, kept to read
entry-product = Product: { $name }
entry-batch = New batch
entry-import = Import
entry-held = Row that waits
entry-title = Entry
entry-withdrawal = withdrawal
entry-energy = energy
entry-focus = focus
entry-sleep = sleep
entry-slept = slept { $time }
entry-urge-passed = passed
entry-urge-used = took something
entry-urge-ongoing = still there
entry-nothing-taken = None taken
entry-day-unknown = Taken, amount unknown
entry-day-total = { $amount } in all
entry-save = Save
entry-remove = Remove
entry-change = Change it
entry-words-of-note = The note
entry-how-kept = Nothing is erased: a change is a further line in the diary, and it can be undone.
entry-as-before = It is as it was before.
entry-imported-why = An import brought this. Changing it here does not change the file it came from.
entry-nothing-to-change = Nothing here can be changed, but the whole of it can be taken back.
entry-held-title = Why it waits
entry-held-because = Reason
entry-held-why = It does not count until you have looked at it. Log it by hand if you know what is right, then remove this row. Or import the file once more and answer the questions there.
entry-held-place = Where in the file
entry-held-row = What stood there
entry-held-log = Log it by hand
entry-import-remove = Removing it takes back everything this import brought. Nothing else changes.
