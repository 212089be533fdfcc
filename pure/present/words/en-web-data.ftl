# The words of the web app: import, export, backups and products. American English; how to write them stands at the top of en.ftl.
# The first part is said by the command line too.

## What an import says, on every surface. Each message chooses by a stable word of the importers; what it does not know
## is shown as that word in plain letters, { $plain }.

import-held = { $reason ->
    [ambiguous_amount] an amount that can be read two ways
    [ambiguous_date] a date that can be read two ways
    [before_1990] a date before 1990
    [columns_not_settled] columns that are not settled
    [contradicts_the_total] contradicts the total of its day
    [implausible_amount] an amount nobody takes
    [in_the_future] a time that has not come yet
    [incomplete_row] an incomplete row
    [negative_amount] an amount below zero
    [no_date] without a date
    [no_substance] without a substance
    [no_such_date] a date that does not exist
    [no_such_time] a time that does not exist
    [no_time] without a time
    [no_unit] an amount without a unit
    [not_a_number] an amount that is no number
    [out_of_range] a rating outside its scale
    [over_100_g] over 100 g
    [product_unknown] an unknown product
    [under_1_mg] under 1 mg
    [zero_or_unknown] a zero that may mean unknown
   *[other] { $plain }
}
import-skipped = { $reason ->
    [empty_note] empty notes
    [empty_row] empty rows
    [header_again] the headings again
    [near] close to a dose you have, dropped as you said
    [none_counted] counts of zero
    [not_a_check_in] no check-ins, where check-ins stand
    [not_a_day] no days, where days stand
    [not_a_dosage] no doses, where doses stand
    [not_a_note] no notes, where notes stand
    [not_a_session] no sessions, where sessions stand
    [not_an_effect] no effects, where effects stand
    [not_an_event] no events, where events stand
    [not_an_experience] no experiences, where experiences stand
    [not_an_ingestion] no doses, where doses stand
    [not_taken] marked as not taken
    [nothing_known] days of which nothing is known
    [other_substance] other substances, dropped as you said
    [repeat] repeats, dropped as you said
    [someone_else] somebody else's
    [status_deleted] deleted in the other program
    [status_other] of an unknown status
    [status_raised] reminders without an answer
    [status_skipped] marked as skipped
    [twin] double taps, dropped as you said
    [unknown_rating] ratings in unknown words
    [zero_is_no_statement] zeros that say nothing
   *[other] { $plain }
}
import-known = { $reason ->
    [changed_by_hand] changed by you since: yours stay
    [imported_as_another_kind] imported before as something else
    [imported_before] imported before
    [older_version] from an older export
    [removed_by_hand] removed by you: they stay removed
    [same_entry_from_elsewhere] logged or imported from elsewhere
    [same_entry_other_amount] there with another amount, which stays
    [twice_in_file] twice in the file
   *[other] { $plain }
}
import-note = { $what ->
    [amount_not_readable] An amount could not be read; it is unknown
    [answer_not_understood] An answer was not understood
    [end_before_start] A dose ends before it starts; its end was left out
    [end_long_after_start] A dose ends long after it starts; its end was left out
    [end_unreadable] The end of a dose could not be read
    [first_row_taken_for_names] The first row was taken for the names of the columns
    [hour_missing] A time fell into the hour that clocks skip in spring; read as an hour later
    [hour_twice] A time fell into the hour that comes twice in fall; read as the first one
    [id_occurs_again] An id occurs twice
    [imported_as_another_kind_before] Imported before as something else: take that import back to change it
    [newer_version] Written by a newer version than Ebb knows; look closely
    [no_unit] An amount has no unit; it is unknown
    [not_a_list] A list of days could not be read
    [note_broke_the_row] A note broke its row in two
    [note_cut] A very long note was cut
    [nothing_to_import] Nothing in it that Ebb can keep
    [nul_removed] Empty characters were removed
    [plan_without_date] A plan without a date was left out
    [quote_never_closed] A quotation mark is never closed
    [rating_of_whole_session] A rating of a whole session was kept as a note
    [row_has_extra_cells] A row has more cells than the heading
    [row_has_missing_cells] A row has fewer cells than the heading
    [same_id_on_another_row] One id stands on two different rows; both are kept
    [scale_out_of_range] A rating lies outside its scale; it was left out
    [shown_in_another_unit] The other program showed amounts in another unit than it stored
    [unit_in_a_circle_or_too_deep] A unit is made of units without end; its amount is unknown
    [unit_missing] A unit is missing from the file; its amount is unknown
    [unit_not_weighed] A unit has no weight; its amount is unknown
    [unit_of_several_products] A unit holds several products; its amount is unknown
    [unit_of_unknown_strength] A unit has no known strength; its amount is unknown
    [unit_without_amount] A unit has no amount; it is unknown
    [unit_without_substance] A unit names no substance; its amount is unknown
    [unknown_rating] A rating in an unknown word was left out
    [unknown_route] A way of taking is not known; taken as by mouth
    [unknown_stomach] What the stomach held could not be read
   *[other] { $plain }
}
import-note-at = { $note } ({ $count }×: { $places })
import-note-all = { $note } ({ $count }×)
import-secret = { $kind ->
    [device-id] device ids
    [hash] scrambled passwords
    [key] keys
    [password] passwords
    [pin] a PIN
    [recovery-code] a recovery code
    [salt] salts
    [secret] secrets
    [token] tokens
   *[other] { $plain }
}
import-holds = { $what ->
    [doses] { $count ->
        [one] { $count } dose
       *[other] { $count } doses
    }
    [unknown_amount] { $count } of unknown amount
    [without_time] { $count } without a time of day
    [check_ins] { $count ->
        [one] { $count } check-in
       *[other] { $count } check-ins
    }
    [ratings] { $count ->
        [one] { $count } rating of how a dose felt
       *[other] { $count } ratings of how a dose felt
    }
    [notes] { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
    [milestones] { $count ->
        [one] { $count } day worth marking
       *[other] { $count } days worth marking
    }
    [foreign_plans] { $count ->
        [one] { $count } plan made elsewhere, kept as a note
       *[other] { $count } plans made elsewhere, kept as notes
    }
    [cravings] { $count ->
        [one] { $count } craving
       *[other] { $count } cravings
    }
    [day_totals] { $count ->
        [one] { $count } day total
       *[other] { $count } day totals
    }
    [days_without] { $count ->
        [one] { $count } day noted as without
       *[other] { $count } days noted as without
    }
    [days_unknown] { $count ->
        [one] { $count } day of unknown amount
       *[other] { $count } days of unknown amount
    }
    [days_beside_doses] { $count ->
        [one] { $count } day total beside single doses, never added to them
       *[other] { $count } day totals beside single doses, never added to them
    }
    [other_substances] { $count } of other substances
    [twins] { $count ->
        [one] { $count } possible double tap
       *[other] { $count } possible double taps
    }
    [near] { $count } close to a dose from elsewhere
    [repeats] { $count ->
        [one] { $count } repeat
       *[other] { $count } repeats
    }
    [gone_from_source] { $count ->
        [one] { $count } dose is gone from the other program and stays here
       *[other] { $count } doses are gone from the other program and stay here
    }
   *[other] { $count } { $plain }
}
import-outcome = { $what ->
    [new] New
    [duplicate] Already there
    [changed] Changed in the other program
    [held] Held for review
    [skipped] Left out
   *[other] { $plain }
}
import-section = { $name ->
    [locations] places, on purpose
    [emergency-contact] an emergency contact
    [taper-schedule] a taper schedule: Ebb does not follow foreign plans
    [user-name] your name
    [experience-titles] titles
    [medicines] the list of medicines
    [settings] settings
    [profile] the profile
    [setup] the setup
    [profile-settings] settings of the profile
    [other-keys] other parts
   *[other] { $plain }
}
import-products = New products: { $names }
import-grams = Grams a day: least { $least }, middle { $middle }, most { $most }.
import-grams-ask = Is the unit right?
import-rows = { $count ->
    [one] In { $count } row.
   *[other] In { $count } rows.
}
import-rows-such-as = { $count ->
    [one] In { $count } row: { $examples }.
   *[other] In { $count } rows, such as { $examples }.
}
import-place = line { $line }, column { $column }
import-place-unknown = a place that has no line

## Questions of an import

import-question = { $kind ->
    [amount_unit] In which unit are the amounts?
    [capsule_grams] How many grams does one capsule hold?
    [co_use] Keep the other substances too?
    [columns] What does each column hold?
    [contact] Take over the emergency contact?
    [dates] What comes first in a date, the day or the month?
    [day_rows] Is a row without a time the whole day, or one dose?
    [decimal] Is 1,500 one and a half, or one thousand five hundred?
    [encoding] Which letters does the file use?
    [habit] What does the habit “{ $name }” count?
    [near] Some doses are close to one from elsewhere. Keep them too?
    [other_people] Some doses bear another person's name. Whose are they?
    [product] What is “{ $name }”?
    [repeats] Some rows are there twice. Keep both?
    [tablespoon_grams] How many grams does one level tablespoon hold?
    [tea_grams_per_litre] How many grams of leaf go into a liter of the tea?
    [teaspoon_grams] How many grams does one level teaspoon hold?
    [twins] Some doses are less than a minute apart. Keep both?
    [unit] How much is one “{ $name }”?
    [zero] Does an amount of 0 mean that nothing was taken?
    [zone] In which time zone was it kept?
   *[other] { $plain }
}
import-why = { $kind ->
    [amount_unit] The file names no unit. A wrong one makes every amount wrong.
    [capsule_grams] Without it the capsules are kept as capsules, and your product or published weights say what they hold.
    [co_use] Alcohol and medicines matter: they can be dangerous together with kratom.
    [columns] The file does not say it clearly.
    [contact] It was somebody you could call.
    [dates] Every day and month in the file could be either.
    [day_rows] A total of a day never becomes a dose at a made-up hour.
    [decimal] Countries write it differently.
    [encoding] It is not written in the letters that most programs use today. If names look wrong afterwards, take the import back and choose the other.
    [habit] The file only gives its name.
    [near] The same dose may have been noted in two programs.
    [other_people] Other people's doses are not part of your diary.
    [product] Extracts and 7-OH act differently from leaf, and a forecast needs to know.
    [repeats] The file gives rows no number of their own, so two equal rows may be one row copied or two doses.
    [tablespoon_grams] Without it the spoons are kept as spoons, and published weights say what they hold.
    [tea_grams_per_litre] Without it the milliliters are kept, and the amount of leaf stays unknown.
    [teaspoon_grams] Without it the spoons are kept as spoons, and published weights say what they hold.
    [twins] It may have been one tap too many.
    [unit] Without it the amount stays unknown. The words are kept in the note.
    [zero] Unknown is not zero: a zero can also stand for a day nobody filled in.
    [zone] The file has times without a zone. It decides to which day a dose belongs.
   *[other] { "" }
}
import-answer = { $which ->
    [amount_unit-g] Grams
    [amount_unit-mg] Milligrams
    [amount_unit-tsp] Teaspoons
    [amount_unit-tbsp] Tablespoons
    [amount_unit-caps] Capsules
    [amount_unit-ml] Milliliters of tea
    [amount_unit-hold] I do not know
    [co_use-keep] Keep them
    [co_use-drop] Leave them out
    [contact-drop] Leave it out
    [contact-keep] Keep it as a note
    [dates-day_first] The day: 3/2 is February 3
    [dates-month_first] The month: 3/2 is March 2
    [dates-hold] I do not know
    [day_rows-total] The whole day
    [day_rows-dose] One dose at an unknown time
    [decimal-comma] One and a half
    [decimal-point] One thousand five hundred
    [decimal-thousands] One thousand five hundred
    [decimal-hold] I do not know
    [encoding-latin1] Western European (Latin-1)
    [encoding-windows-1252] Western European (Windows)
    [habit-amount] How much kratom on a day
    [habit-free_days] Days without kratom
    [habit-used_days] Days with kratom
    [habit-leave_out] Something else
    [near-keep] Keep them
    [near-drop] They are the same: leave them out
    [other_people-skip] Theirs
    [other_people-mine] Mine
    [repeats-keep] Keep both
    [repeats-drop] Keep one
    [twins-keep] Keep both
    [twins-drop] Keep one
    [zero-unknown] No: the amount is not known
    [zero-zero] Yes: nothing was taken
    [zero-hold] I do not know
    [product-leaf] Leaf
    [product-extract] An extract
    [product-7oh] A 7-OH product
    [product-other] Another substance
    [product-not_mine] Not mine
   *[other] { $plain }
}
import-answer-hint = { $which ->
    [amount_unit-hold] The rows wait for your eye and do not count
    [contact-keep] Sealed with the diary, like everything in it
    [dates-hold] The rows wait for your eye and do not count
    [day_rows-total] Its sum counts for the day
    [decimal-comma] The comma is a decimal sign
    [decimal-point] The comma parts thousands
    [decimal-thousands] The comma parts thousands
    [decimal-hold] The rows wait for your eye and do not count
    [habit-leave_out] It is left out
    [other_people-skip] They are left out and counted
    [zero-hold] The rows wait for your eye and do not count
    [product-leaf] Powder, capsules, tea
    [product-extract] Concentrated leaf: shots, resin
    [product-7oh] Kept in the diary without a forecast
    [product-other] Kept as another substance
    [product-not_mine] Left out
   *[other] { "" }
}
import-table = a table (CSV)
import-careful-mark = the careful answer
import-unknown-hint = Leave it empty if you do not know.
import-each-g = grams
import-each-mg = mg of its alkaloid
import-each-gl = g per liter
import-product-mg = mg in one piece, if you know
import-column = Column { $number }
import-column-word = { $word ->
    [none] not wanted
    [id] a number of the row
    [date] date
    [time] time of day
    [when] date and time
    [amount] amount
    [g] grams
    [mg] milligrams
    [tsp] teaspoons
    [tbsp] tablespoons
    [caps] capsules
    [ml] milliliters of tea
    [unit] unit of the amount
    [product] product
    [day_total] grams of the whole day
    [reason] reason
    [note] note
    [felt] how strong it felt, 0 to 10
    [hours] how many hours it lasted
    [withdrawal] withdrawal, 0 to 64
    [craving] craving, 0 to 10
    [mood] mood, 0 to 10
    [energy] energy, 0 to 10
    [focus] focus, 0 to 10
    [sleep] sleep, 0 to 10
    [sleep_hours] hours slept
    [trigger] what set it off
    [helper] what helped
   *[other] { $plain }
}

## Files that were not imported: what happened (err) and what to do (rec)

err-import-empty = This file is empty.
rec-import-empty = Choose another one. Nothing was changed.
err-import-too-many = This file holds more { $what ->
    [cells] cells
    [columns] columns
    [rows] rows
    [values] values
    [zip_bytes] data
    [zip_entries] files
   *[other] { $plain }
} than any diary.
rec-import-too-many = Export a shorter time, and import the parts one after another. Nothing was changed.
err-import-letters = Some letters of this file cannot be read.
rec-import-letters = Save it as UTF-8 and try again. Nothing was changed.
err-import-not-a-diary = This is { $what ->
    [archive] an archive of files
    [database] a database
    [pdf] a PDF
    [picture] a picture
    [program] a program
   *[other] a file of another kind
}, not a diary.
rec-import-not-a-diary = In the other program, look for an export: a file that ends in .json, .csv or .zip. Nothing was changed.
err-import-not-supported = Files of { $program } hold no diary of kratom that Ebb can read.
rec-import-not-supported = A table (CSV) with date, time and amount works. Nothing was changed.
err-import-encrypted = This file is encrypted ({ $program }).
rec-import-encrypted = Export it without encryption, import it, and then delete the file. Nothing was changed.
err-import-own-entry = Entry { $number } of this file is damaged.
rec-import-own-entry = It was changed by hand or by accident. Export it once more. Nothing was changed.
err-import-foreign = This file is of no kind that Ebb can read.
rec-import-foreign = Ebb reads its own files, tables (CSV) and the exports of ten other programs. Nothing was changed.
err-import-room = There is no room on this device for this import.
rec-import-room = Nothing of it was saved, and what was there is safe. Make some room and try again.
import-file-open = The file itself is not encrypted: delete it when you no longer need it.
import-file-secrets = The file holds { $secrets }. They were not kept. Delete the file when you no longer need it.

err-import-backup = This is a backup of Ebb, not a diary from elsewhere.
rec-import-backup = Use “Bring a backup back”. It is on this screen.
megabytes = { $count } MB

## Import, in the app

import-would-add = { $count ->
    [one] { $count } entry would be added. Nothing is saved yet.
   *[other] { $count } entries would be added. Nothing is saved yet.
}
import-would-change = { $count ->
    [one] { $count } entry would change. Nothing is saved yet.
   *[other] { $count } entries would change. Nothing is saved yet.
}
import-would-hold = { $count ->
    [one] { $count } row would wait for your eye. Nothing is saved yet.
   *[other] { $count } rows would wait for your eye. Nothing is saved yet.
}
import-do = { $count ->
    [one] Add { $count } entry
   *[other] Add { $count } entries
}
import-do-change = { $count ->
    [one] Take over { $count } change
   *[other] Take over { $count } changes
}
import-do-hold = { $count ->
    [one] Keep { $count } row for review
   *[other] Keep { $count } rows for review
}
import-span = { $from } to { $to }
import-questions = { $count ->
    [0] No questions
    [one] One question
   *[other] { $count } questions
}
import-questions-lead = The careful answer is chosen already. A wrong answer can be taken back with the whole import.
import-answer-first = Answer the question, and the file is read again. Nothing is saved yet.
import-held-wait = { $count ->
    [one] { $count } row waits for your eye before it counts.
   *[other] { $count } rows wait for your eye before they count.
}

## How safe the diary is

copies-empty-title = Nothing to back up yet
copies-empty-text = Once something is logged, a backup keeps it from being lost with this device.
copies-none-title = Kept only on this device
copies-none-text = There is no copy elsewhere yet. If this device is lost, or the data of the browser are cleared, the diary is gone.
copies-last = Last backup: { $day }
copies-last-text = What you logged since then is only on this device.
copies-old-text = That is a while ago. What you logged since then is only on this device.
copies-kept = The browser keeps it until you delete it.
copies-not-kept = The browser may delete it when room runs out.
copies-room = The app and the diary take about { $room } here.
copies-demo = This is the demo diary. What is imported here is gone when you leave it.

err-file-unreadable = The browser could not read or save this file.
rec-file-unreadable = It may have been moved, or there is no room. Try again, or choose another place.

## Import and export: the screen

data-in-title = Bring a diary in
data-choose = Choose a file, or drop it here
data-choose-file = Choose a file
data-reading = Reading { $name } …
data-in-hint = Ebb’s own files, tables (CSV), and the exports of ten other programs. It is read on this device. Nothing is saved before you have seen it.
data-programs = Which programs
data-programs-list = PsychonautWiki Journal, Herbal Tracker+, Unhookd, Tea Taper, TaperK, MedTimer, Loop Habit Tracker, Piru, DrugsPRO, fukratom; any table (CSV) with date, time and amount; and Ebb itself.
data-programs-how = Look for “export” or “backup” in their settings, and choose a file that is not encrypted.
data-no-file = No file is open. A file that is being looked at is forgotten when the diary is locked.
data-past = Imports so far
data-take-back = Take back
data-take-back-named = Take back: { $name }
data-take-whole-back = Take the whole import back
data-leave = Leave it
data-would = What would happen
data-became = What became of it
data-counts = What happens to the rows of the file
data-holds = In the file
data-notes = { $count ->
    [one] One thing worth knowing
   *[other] { $count } things worth knowing
}
data-not-taken = Parts that are not taken
data-see-today = See where you are
data-zone = Time zone
data-elsewhere = I was elsewhere for part of it
data-elsewhere-add = Add a stay
data-zone-there = Time zone there
data-from = From, on the clock there
data-until = Until
data-out-title = Take your diary out
data-out-open = These files are not encrypted. Whoever has one can read it.
data-out-all = Everything, for Ebb
data-out-all-text = JSON, Ebb’s own open format
data-out-doses = Doses
data-out-check-ins = Check-ins
data-out-ratings = How doses felt
data-out-table = A table (CSV), for any spreadsheet
data-out-journal = A journal
data-out-journal-text = JSON, for PsychonautWiki Journal and what reads it
data-saved = Saved as { $name }.
data-backup-text = One encrypted file with everything. It opens with your passphrase of today or the recovery phrase, in any Ebb.
data-backup-make = Make a backup
data-backup-bring = Bring a backup back
data-backup-bring-text = Bringing one back adds what is missing here and heals what is damaged. Nothing is overwritten.
data-ask-to-keep = Ask the browser to keep it
data-backup-choose = Choose the backup, or drop it here
data-backup-hint = A file whose name ends in .ebbbackup. It is read on this device.
data-backup-passphrase = Passphrase of that backup
data-backup-readable = Take what can still be read
data-backup-part = Part of the backup could not be read and is missing.
data-restore-lead = A backup opens with the passphrase it was made with, or with the recovery phrase. The diary then lies on this device.
data-opens-with = It opens with
data-recovery-phrase = Recovery phrase
data-backup-title = Backup

## Products and batches

products-lead = Strength differs between batches, and labels rarely say. What is not known widens the range; it is never filled in with a guess.
products-add = Add a product
products-usual = your usual one
products-diary-only = diary only
products-new-batch = New batch
products-new-batch-of = New batch: { $name }
products-change = Change
products-change-named = Change: { $name }
products-make-usual = Make it the usual one
products-make-usual-named = Make it the usual one: { $name }
products-batches = Batches
products-batch-unnamed = A batch
products-in-use = in use
products-opened = opened { $day }
products-likely = likely { $range }
products-strength-unknown = Strength and measures not stated. The range of published values is used, and it is wide.
products-leaf = Leaf
products-extract = Extract
products-seven-oh = 7-OH product
products-other = Other alkaloid product
products-leaf-hint = Powder, capsules, tea
products-extract-hint = Concentrated leaf: shots, resin
products-diary-only-hint = Kept in the diary without a forecast
products-other-hint = Pseudoindoxyl, MGM: kept in the diary without a forecast
products-seven-oh-why = Doses of it are kept and counted. There is no forecast for them: the evidence on 7-OH products is too thin.
products-other-why = Doses of it are kept and counted. There is no forecast for them: there is next to no evidence on this alkaloid.
products-mitragynine = Mitragynine
products-seven-oh-content = 7-hydroxymitragynine
products-capsule = One capsule
products-teaspoon = One level teaspoon
products-tea = Tea
products-mg-per-gram = mg per gram
products-mg-each = mg in one piece
products-grams = g
products-grams-per-liter = g of leaf per liter
products-name = Your name for it
products-kind = What it is
products-strength = Strength and measures
products-strength-hint = From the label or a test. Leave empty what you do not know. Behind ± stands how far off it may be.
products-mg-per-gram-field = Mitragynine, mg per gram
products-mg-each-field = Mitragynine in one piece, mg
products-seven-oh-each-field = 7-OH in one piece, mg
products-capsule-field = Grams in one capsule
products-teaspoon-field = Grams on one level teaspoon
products-tea-field = Grams of leaf per liter of tea
products-give-or-take-of = Give or take: { $of }
products-note = Note
products-cancel = Cancel
products-remove = Remove this product
products-remove-text = Its doses stay in the diary without the name of the product. You can bring it back.
products-opened-when = Opened
products-opened-hint = Doses from then on come from it, up to the next batch.
products-batch-name = Your name for it, if it needs one
products-batch-why = Noting a new bag keeps a change of powder from looking like a change in you.
products-remove-batch = Remove this batch

## Backups that are of no use: what happened (err) and what to do (rec)

err-backup-not-chosen = No backup is chosen yet.
rec-backup-not-chosen = Choose the file first.
err-backup-demo = This is the demo diary.
rec-backup-demo = Leave it first, then bring your backup back.
err-backup-damaged = This backup is damaged or cut off.
rec-backup-damaged = Nothing was changed. Use another backup if you have one; otherwise take what can still be read of this one.
err-not-a-backup = This file is not a backup of Ebb.
rec-not-a-backup = Choose a file that “Make a backup” made. A diary from another program is imported instead.
err-backup-newer = This backup was made by a newer version of Ebb.
rec-backup-newer = Update Ebb, then bring it back. Nothing was changed.
err-backup-other = This backup belongs to another diary.
rec-backup-other = Nothing was changed. It can be brought back on a device, or in a browser profile, that has no diary yet.
err-backup-secret = This passphrase or recovery phrase does not open the backup.
rec-backup-secret = A backup opens with the passphrase of the day it was made. Check the keyboard and caps lock, and try again.
err-backup-not-empty = There is already a diary on this device.
rec-backup-not-empty = Open it, then bring the backup back under Import and export. Nothing was changed.
err-backup-room = There is no room on this device for this backup.
rec-backup-room = Nothing of it was saved. Make some room and try again.
