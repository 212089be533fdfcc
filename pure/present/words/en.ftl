# The words of Ebb, American English.
#
# Plain and calm: no shame, no cheering, no brands. "You logged", never "you failed". What is unknown is called unknown.
# A new message: one line here, one line in src/words/messages.rs. A test compares the two.
# Keys use hyphens; variables are single words. Figures arrive already written, with their unit. Every message may ask
# where it is shown: { $surface -> [page] … *[terminal] … }. A command has no place on a page.

## Everywhere

app-name = Ebb
app-purpose = A private kratom diary and a way down
unknown = unknown
unknown-amount = unknown amount
none-logged = nothing logged
no-entries = no entries
declared-zero = none taken
at-least = at least
asleep = asleep
now = now
today = today
yesterday = yesterday
estimate = estimate
source = source
because = because { $reason }
hint = hint: { $text }
yes = yes
no = no
cancel = cancel
done = done
change = change
learn-why = why
dose-count = { $count ->
    [one] { $count } dose
   *[other] { $count } doses
}
day-count = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
entry-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}

## Today

today-title = Today
today-first = Nothing logged yet. When you log a dose, it appears here.
today-nothing = Nothing logged today.
today-total = { $amount } in { $doses }
today-total-at-least = at least { $amount } in { $doses }; some amounts are unknown
today-total-unknown = { $doses }, amounts unknown
today-zero = You noted that you took none today.
today-last-dose = Last dose { $ago }: { $amount }
today-last-dose-unknown = Last dose { $ago }, amount unknown
today-gap = { $duration } since the last dose
today-compare-more = { $amount } more than your usual day
today-compare-less = { $amount } less than your usual day
today-compare-same = About your usual day
today-limit-inside = Inside your limit of { $limit }
today-limit-left = { $left } left of your limit of { $limit }
today-limit-would-cross = This would pass your own limit of { $limit }.
today-limit-crossed = Past your own limit of { $limit }
today-plan-step = Your plan for today: { $amount } in { $doses }
today-log-again = Log the same again
today-logged = Logged { $amount } at { $time }
today-logged-unknown = Logged a dose of unknown amount at { $time }

## History

history-title = History
history-empty = No entries in this time.
history-day = { $date }: { $amount } in { $doses }
history-day-at-least = { $date }: at least { $amount } in { $doses }
history-day-unknown = { $date }: { $doses }, amounts unknown
history-day-zero = { $date }: none taken
history-day-no-entry = { $date }: no entry
history-week-total = Week total
history-grams-per-dose = Grams per dose
history-doses-per-day = Doses per day
history-trend-up = Rising: about { $change } a week
history-trend-down = Falling: about { $change } a week
history-trend-flat = No clear change
history-trend-thin = Too few days to speak of a trend
history-gap = No entries from { $from } to { $to }. No entry does not mean none taken.
history-newer-entry = Recorded by a newer version of Ebb. It is kept, but cannot be shown here.
history-amended = changed { $ago }
history-retracted = taken back { $ago }

## Forecast

forecast-title = If you stopped now
forecast-lead = An estimate from your own diary, with the range it may lie in. Not a diagnosis.
forecast-begins = First signs: { $range } after the last dose
forecast-peak = Hardest: { $range } after the last dose
forecast-ends = Mostly over: { $range } after the last dose
forecast-strength = At its hardest: { $score }
forecast-day-of = Day { $day } of about { $days }
forecast-track-record = Past forecasts: { $held } of { $total } held what you said later within the wide range, which is meant to hold 8 in 10.
forecast-track-record-none = No past forecast to compare with yet.
forecast-learned-none = Based on published averages; your own reports are not in it yet.
forecast-learned = Learned from { $count ->
    [one] { $count } report
   *[other] { $count } reports
} of yours.
tolerance-title = Tolerance
tolerance-lead = How far your body has adapted, as the model reads your diary.
tolerance-return-warning = After a break, an amount you used to take can be too strong.
dependence-title = Dependence
withdrawal-title = Withdrawal

## Why there is no forecast, and what limits it

no-forecast-title = No forecast
no-forecast-few-days = There are { $days } with entries; a forecast needs at least { $needed }.
no-forecast-stale = The last entry is { $ago }. A forecast needs recent entries.
no-forecast-unknown-amounts = Too many amounts are unknown to forecast from.
no-forecast-long-gap = Part of the last weeks has no entries, and no entry does not mean none taken.
no-forecast-seven-hydroxy = Your diary has products made with 7-hydroxymitragynine. There is not enough evidence to forecast for them.
no-forecast-pregnancy = Ebb does not forecast during pregnancy. A midwife or doctor can help you plan this safely.
notice-thin-data = Few entries yet, so the range is wide.
notice-unknown-amounts = { $count ->
    [one] { $count } dose has an unknown amount
   *[other] { $count } doses have an unknown amount
}; the range allows for it.
notice-unknown-content = The alkaloid content of your product is unknown; the range allows for it.
notice-new-batch = A new batch began on { $date }. Batches differ, so a change since then may be the batch and not you.
notice-seven-hydroxy = Marked uncertain: evidence about 7-hydroxymitragynine products is thin.
notice-model-limit = The model was checked for up to { $amount } a day. Your days are above that, so the range may be too narrow.
notice-co-use = Other substances you logged are not part of this forecast.
notice-stale = Shown as of { $date }; nothing was logged since.
notice-model-general = A model is a simplification. Your body decides.

## Charts: titles, descriptions, labels

chart-level-title = Level in the body
chart-level-description = Estimated level over { $span }. Now { $now }; likely range { $range }. { $doses } marked.
chart-level-unit = ng/mL, estimated level
chart-daily-title = Grams and doses per day
chart-daily-description = { $span }: { $total } in all, { $doses }. { $gaps } without entries.
chart-grams-unit = grams per day
chart-doses-unit = doses per day
chart-tolerance-title = Tolerance
chart-tolerance-description = Estimated tolerance over { $span }. Now { $now }; likely range { $range }.
chart-withdrawal-title = If you stopped now
chart-withdrawal-description = Forecast over { $span }. First signs { $onset }, hardest { $peak }. Likely range at the hardest { $range }.
chart-withdrawal-axis = days after the last dose
chart-withdrawal-unit = withdrawal, 0 to 64, score
chart-course-withdrawal = withdrawal, each day's worst
chart-course-level = ng/mL, each day's highest level
chart-onset = first signs
chart-peak = hardest
chart-plan-title = Plan and what you took
chart-plan-description = Plan from { $from } to { $to }, ending at { $end }. Bars show what you logged.
chart-plan-line = plan
chart-year-title = The year, day by day
chart-year-description = { $span }: { $logged } with an amount, { $zero } noted as none taken, { $unknown } with unknown amounts, { $missing } without an entry.
chart-tolerance-unit = tolerance, 1 is none
chart-year-unit = g
chart-band-half = 5 in 10
chart-band-most = 8 in 10
chart-typical = likely
chart-limit = your limit
chart-dose-known = dose
chart-dose-unknown = dose, amount unknown
chart-forecast = forecast

## The diary file and its lock: what happened (err) and what to do (rec), in pairs

err-wrong-passphrase = The diary could not be opened with this passphrase.
rec-wrong-passphrase = Check the keyboard layout and caps lock, and try again. Your recovery phrase opens it too.
err-vault-damaged = The diary file is damaged: { $place }.
rec-vault-damaged = Nothing was changed. Copy the file to a safe place, then restore your latest backup.
err-vault-newer = This diary was written by a newer version of Ebb.
rec-vault-newer = Update Ebb, then open it again. Nothing was changed.
err-vault-read-only = The diary can be read, but not written.
rec-vault-read-only = Check that you may write to the folder and that it is not write-protected. Nothing was lost.
err-disk-full = There is no space left to save this entry.
rec-disk-full = Make some space and try again. What was saved before is safe; this entry is not saved yet.
err-vault-busy = Another Ebb is using the diary right now.
rec-vault-busy = Close the other one, or wait a moment, and try again.
err-device-storage = This device does not let Ebb keep anything here.
rec-device-storage = { $surface ->
    [page] Allow cookies and site data for this page in the browser's settings, then load it again.
   *[terminal] See whether the folder of the diary can be written to, then try again.
}
err-not-a-vault = This file is not an Ebb diary.
rec-not-a-vault = Choose another file. To read a diary from another program, import it instead.
err-vault-exists = There is already a diary at this place.
rec-vault-exists = Open it, or choose another place for a new one. The existing diary was not touched.
err-vault-missing = There is no diary at this place yet.
rec-vault-missing = Start one with: { $command }
err-vault-locked = The diary is locked.
rec-vault-locked = Unlock it with your passphrase.
err-wrong-recovery-phrase = The diary could not be opened with this recovery phrase.
rec-wrong-recovery-phrase = Check each word and the order. Every word comes from the printed list.
err-passphrases-differ = The two passphrases are not the same.
rec-passphrases-differ = Type it once more. Nothing was saved.
err-passphrase-short = This passphrase is too short to protect a diary.
rec-passphrase-short = Use at least { $count } characters; four or five unrelated words are easy to remember.
err-amount-unreadable = This amount could not be read.
rec-amount-unreadable = Write a number and a unit, such as 2.5 g or 3 capsules, or "unknown".
err-time-unreadable = This time could not be read.
rec-time-unreadable = Write a time such as 14:30, or a date and a time such as 2026-02-03 14:30.
err-time-future = This time has not come yet.
rec-time-future = Check the date and the time. Plans are kept apart from what was taken.

## Forms: what happened (err) and what to do (rec), in pairs; and what was done

err-day-has-doses = Doses are logged on that day.
rec-day-has-doses = Remove them first if they are wrong.
err-nothing-answered = Nothing was filled in.
rec-nothing-answered = One answer is enough.
err-name-missing = A name is missing.
rec-name-missing = Any word of yours will do.
err-nothing-to-undo = There is nothing to take back.
rec-nothing-to-undo = History shows what is there.
err-product-exists = A product of this name is there already.
rec-product-exists = Open a new batch of it, or choose another name.
err-out-of-scale = A figure is outside its scale.
rec-out-of-scale = The scale goes from 0 to { $highest }.
err-strength-unreadable = A strength must be a number above zero.
rec-strength-unreadable = For example 15, with an error of 3.
err-entry-gone = This entry is not there any more, or cannot hold that.
rec-entry-gone = It may have been removed in another window. Nothing was changed.
err-zone-unknown = This time zone is not known.
rec-zone-unknown = Choose a name such as Europe/Berlin.
web-changed = Changed.
web-removed = Taken out. Undo puts it back.
web-brought-back = Back in the diary.
web-merged = { $added ->
    [0] Nothing was missing here
    [one] { $added } missing record added
   *[other] { $added } missing records added
}{ $healed ->
    [0] .
    [one] , { $healed } damaged one healed.
   *[other] , { $healed } damaged ones healed.
}
web-restored = Your diary is back on this device.
web-verified = { $count ->
    [one] { $count } record was opened and is whole.
   *[other] { $count } records were opened and are whole.
}

## Bringing a diary in

import-title = Import
import-found = Read as: { $program }
import-preview = { $entries } from { $from } to { $to } would be added. Nothing is saved yet.
import-added = { $count ->
    [one] { $count } entry added
   *[other] { $count } entries added
}
import-already-there = { $count ->
    [one] { $count } entry was already there
   *[other] { $count } entries were already there
}
import-not-read = { $count ->
    [one] { $count } row could not be read
   *[other] { $count } rows could not be read
}
import-row-problem = Row { $row }: { $problem }
import-without-amount = { $count ->
    [one] { $count } dose came without an amount and is kept as unknown
   *[other] { $count } doses came without an amount and are kept as unknown
}
import-other-substances = { $count ->
    [one] { $count } entry about another substance is kept as a note of co-use
   *[other] { $count } entries about other substances are kept as notes of co-use
}
import-nothing = The file holds nothing that Ebb can keep. Nothing was changed.
import-nothing-new = Everything in this file is in your diary already. Nothing was changed.
import-undo = To take the whole import back: { $command }
err-import-unknown-format = This file is of no kind that Ebb can read.
rec-import-unknown-format = Ebb reads its own backups, CSV tables and the diaries listed under: { $command }
err-import-damaged = The file is damaged or cut off at { $place }.
rec-import-damaged = Export it once more from the other program. Nothing was changed.
err-import-newer = The file was written by a newer version of { $program } than Ebb knows.
rec-import-newer = Update Ebb, or export as CSV. Nothing was changed.
err-import-too-large = The file is larger than Ebb reads ({ $limit }).
rec-import-too-large = Export a shorter time, and import the parts one after another.

## Screens in a terminal

label-today = Today
label-last-dose = Last dose
label-usual = Usual day
label-level = Level now
label-craving = craving
label-mood = mood
label-felt = felt
usual-day = { $grams } in { $doses } doses (middle of { $days })
day-unknown = { $doses }, amount unknown
day-not-in-grams = { $doses }, not measured in grams
day-total-only = { $grams } in all
day-and-not-in-grams = { $said }; { $doses } of it not measured in grams
tolerance-reading = { $range } (1 is none), as the model reads your diary
withdrawal-now = { $range } of 64 now, by the model
stop-peak = hardest { $range } of 64, { $hours } after the last dose
held-waiting = { $count ->
    [one] { $count } imported row waits for your eye before it counts
   *[other] { $count } imported rows wait for your eye before they count
}{ $surface ->
    [page] . History shows them.
   *[terminal] : ebb entries
}
rests-on = Rests on { $doses } over { $days }.
rests-on-stood-in = { $count ->
    [one] { $count } dose of unknown amount is taken as your usual one, with a wide range.
   *[other] { $count } doses of unknown amount are taken as your usual one, with a wide range.
}
rests-on-left-out = { $count ->
    [one] { $count } dose could not be used: its amount or strength is not known.
   *[other] { $count } doses could not be used: their amount or strength is not known.
}
rests-on-days-without-entry = { $count ->
    [one] { $count } of the last { $days } days has no entry and counts as a day without
   *[other] { $count } of the last { $days } days have no entry and count as days without
}. If something was taken, the real tolerance is higher than this: { $surface ->
    [page] log it, or say of the day in History that you took none.
   *[terminal] log it, or a day without with: ebb log none
}
rests-on-gap = Nothing was logged for { $hours }. This takes it as a time without; if it was not, log what is missing.
no-forecast-nothing = Nothing is logged yet.
no-forecast-few-doses = { $have ->
    [one] { $have } dose has a known amount
   *[other] { $have } doses have a known amount
}; at least { $need } are needed.
no-forecast-strength = { $count ->
    [one] { $count } dose is
   *[other] { $count } doses are
} measured in something whose strength is not known. { $surface ->
    [page] If you know it, say it under Products.
   *[terminal] Say it with: ebb batch NAME --tea-grams-per-litre 20, or --mg-per-g 15
}
no-forecast-mostly-unknown = { $unknown } of the last { $total } doses have an unknown amount. A guess about most of them would be no reading.
no-forecast-gap = Nothing was logged for { $days }. Ebb cannot tell a break from a gap: { $surface ->
    [page] log a dose, or say of a day in History that you took none.
   *[terminal] log a dose, or a day without with: ebb log none
}
forecast-since = Counted from the last dose, { $when }.
forecast-never = A clear beginning or end does not show within this time.
forecast-days-heading = The worst of each day after the last dose
forecast-too-kind = The model is known to be too kind to the last small amounts; expect the upper half of the range.
forecast-severe = If symptoms are severe, if you are pregnant, or if you also stop alcohol or tranquillizers: do not stop alone, ask a doctor first.
in-cases = (in { $share } of possible cases)
day-numbered = day { $day }
logged = Logged { $what }.
undo-hint = { $surface ->
    [page] Undo takes it back
   *[terminal] ebb undo takes it back
}
entry-changed = changed
products-none = { $surface ->
    [page] No products yet.
   *[terminal] No products yet. Add one with: ebb product add green --mg-per-g 15
}
strength-unknown = strength not stated
sipped-over = over { $duration }
kind-leaf = leaf
kind-extract = extract
kind-seven-oh = 7-OH product, diary only
kind-other = other alkaloid product, diary only
kind-check-in = check-in
kind-felt = effect
kind-note = note
kind-product = product
kind-batch = new batch
kind-settings = settings
kind-person = person to call: { $name }
kind-import = { $rows ->
    [one] import from { $format }, { $rows } row
   *[other] import from { $format }, { $rows } rows
}
kind-held = held for review: { $place }, { $reason }
unit-tea-ml = ml tea
unit-mg-mitragynine = mg mitragynine
unit-mg-seven-oh = mg 7-OH
unit-teaspoons = { $count ->
    [one] teaspoon
   *[other] teaspoons
}
unit-tablespoons = { $count ->
    [one] tablespoon
   *[other] tablespoons
}
unit-capsules = { $count ->
    [one] capsule
   *[other] capsules
}
unit-pieces = { $count ->
    [one] piece
   *[other] pieces
}
records = { $count ->
    [one] { $count } record does not open
   *[other] { $count } records do not open
}
err-some-damaged = Part of the diary file is damaged: { $records }.
rec-some-damaged = The rest is safe and was read. { $surface ->
    [page] A backup heals it: bring one in under Import and export.
   *[terminal] A backup heals it: ebb restore FILE
}
err-other-vault = This backup belongs to another diary.
rec-other-vault = { $surface ->
    [page] Bring it back where there is no diary yet: on another device, or in another browser.
   *[terminal] Restore it into an empty folder: EBB_HOME=elsewhere ebb restore FILE
}
err-entry-too-large = This entry is too large.
rec-entry-too-large = Shorten the note.
err-amount-ambiguous = This number can be read two ways.
rec-amount-ambiguous = Write 1.5 g for one and a half, or 1500 mg for milligrams.
err-amount-without-unit = This number has no unit.
rec-amount-without-unit = Write the unit too, such as 2.5 g or 3 capsules.
err-amount-out-of-range = This amount cannot be meant.
rec-amount-out-of-range = Milligrams are written mg. One entry holds up to 100 g.
err-two-amounts = Two amounts in one line.
rec-two-amounts = Log them one after another.
err-stray-number = A number in this line belongs to nothing.
rec-stray-number = { $surface ->
    [page] Write it as in: 2.5g green at 8:15 because stressed
   *[terminal] Write it as in: ebb log "2.5g green at 8:15 because stressed"
}
chart-grams-title = Grams per day
chart-doses-title = Doses per day
chart-tolerance-none = no tolerance
