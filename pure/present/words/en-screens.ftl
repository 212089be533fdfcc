
## Web: Today

web-today-first-dose = After the first dose: what today adds up to, and an estimated level.
web-today-first-week = After a week: your usual day, and how today compares.
web-today-first-fortnight = After two weeks: tolerance, and what stopping might feel like, each with its range.
web-today-until-then = Until then Ebb says nothing rather than guess.
web-today-logged-list = Logged today
web-today-where = Where you are
web-today-see-course = See the course of it
web-today-amounts-hidden = Amounts are hidden.
web-felt-question = How did the dose at { $time } feel?
web-felt-strength = Strength
web-felt-least = not at all
web-felt-most = very strong
web-felt-duration = How long was it felt?
web-felt-still = Still there
web-felt-why = It helps the model learn from you. It is not a goal. Leave it if you do not want to say.
web-felt-not-now = Not now
web-felt-hours = about { $hours } h

## Web: Log

web-log-title = Log a dose
web-log-as-usual = As usual, now
web-log-one-tap = One tap logs it at this minute. It can be undone.
web-log-amount = Amount
web-log-unit = Unit
web-log-unknown = I do not know the amount
web-log-unknown-why = Unknown is a true entry. It is not zero.
web-log-time = When
web-log-now = now
web-log-another-day = another day
web-log-time-about = About then; I do not know the hour
web-log-product = Product
web-log-product-none = not stated
web-log-batch = Batch
web-log-reason = Reason
web-log-reason-why = Reasons show patterns later. One word is enough.
web-log-stomach = Stomach
web-log-stomach-empty = empty
web-log-stomach-half = half full
web-log-stomach-full = full
web-log-over = Taken over
web-log-at-once = at once
web-log-note = Note
web-log-details = Reason, food, sipped, note
web-log-save = Log it
web-log-nothing-today = Nothing taken today
web-log-nothing-why = No entry is not the same as none taken. Say it, and the day counts.
web-log-co-use = Another substance or medicine
web-log-co-use-name = What
web-log-co-use-why = Kept beside the doses. If it slows breathing too, open Help.
web-log-seven-oh = 7-OH products are kept in the diary. Ebb makes no forecast for them.

## Web: after a break

web-after-break-title = The last entry was { $ago }
web-after-break-text = After a break, an amount that used to be ordinary can be too strong.

## Web: Check-in

web-check-in-title = How are you right now?
web-check-in-lead = Answer what you like. What you leave out stays open; it is not counted as zero.
web-check-in-mood = Mood
web-check-in-energy = Energy
web-check-in-focus = Focus
web-check-in-sleep = Sleep last night
web-check-in-sleep-hours = Hours slept
web-check-in-craving = Craving
web-check-in-worst = worst
web-check-in-best = best
web-check-in-none = none
web-check-in-strongest = strongest
web-check-in-plenty = plenty
web-check-in-not-said = not said
web-check-in-symptoms = How withdrawal shows
web-check-in-symptoms-lead = All of them answered make a total. Some of them are kept as they are, without one.
web-check-in-answered = { $answered } of { $all } answered
web-check-in-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
web-check-in-save = Save the check-in
web-check-in-severe = That is a lot. If something on the page of Help fits, do not wait. A doctor can ease much of this.
web-check-in-fits = What may fit
web-symptom-none = none
web-symptom-a-little = a little
web-symptom-some = some
web-symptom-a-lot = a lot
web-symptom-very-much = very much
web-symptom-anxious = Anxious
web-symptom-yawning = Yawning
web-symptom-sweating = Sweating
web-symptom-watery-eyes = Watery eyes
web-symptom-runny-nose = Runny nose
web-symptom-goose-bumps = Goose bumps
web-symptom-shaking = Shaking
web-symptom-hot-flushes = Hot flushes
web-symptom-cold-flushes = Cold flushes
web-symptom-aching = Aching
web-symptom-restless = Restless
web-symptom-queasy = Queasy
web-symptom-vomiting = Vomiting
web-symptom-twitching = Twitching
web-symptom-stomach-cramps = Stomach cramps
web-symptom-want-some-now = Wanting some now

## Web: Craving

web-craving-title = An urge
web-craving-lead = An urge rises, stays a while and passes. You do not have to fight it. You can wait beside it.
web-craving-strength = How strong is it?
web-craving-least = barely there
web-craving-most = very strong
web-craving-trigger = What set it off?
web-craving-trigger-other = something else
web-craving-wait = Wait it out with a timer
web-craving-only-note = Only note it
web-craving-timer-title = Waiting it out
web-craving-timer-of = of { $minutes } minutes
web-craving-timer-away = You can put the phone away; the time goes on.
web-craving-timer-why = A stretch to wait through, chosen by us. Nobody has measured how long an urge for kratom lasts.
web-craving-timer-more = Go on for { $minutes } minutes
web-craving-timer-half = Half of it is behind you.
web-craving-timer-done = The time is over. How is it now?
web-craving-timer-stop = Stop the timer
web-craving-now = How strong is it now?
web-craving-outcome = What became of it?
web-craving-passed = It passed
web-craving-ongoing = Still there
web-craving-used = Something was taken
web-craving-used-text = Then log it as any dose. It does not undo what came before.
web-craving-passed-text = Noted. It came, and it passed.
web-craving-ongoing-text = It may take longer. Another stretch, a change of room, or a person can help.
web-craving-person = Call one of your people
web-craving-count = Waited out: { $passed } of { $all }
web-breath-title = Breathe slowly
web-breath-in = Breathe in
web-breath-out = Breathe out
web-breath-pace = Pace
web-breath-pace-of = in { $first }, out { $second }
web-breath-begin = Begin
web-breath-stop = Stop
web-breath-why = A pace to hold on to. No effect is claimed for it. Stop if you get dizzy.
web-breath-still = Motion is turned off on this device, so the words change instead.

## Web: History and entries

web-history-span = Time shown
web-history-four-weeks = 4 weeks
web-history-quarter = Quarter
web-history-year = Year
web-history-earlier = Earlier days
web-history-day-add = Add to this day
web-history-day-none = I took nothing this day
web-history-day-unknown = I took some; I do not know how much
web-entry-title = Change an entry
web-entry-kept = Nothing is erased. A change is a further line in the diary, and it can be undone.
web-entry-remove = Remove this entry
web-entry-removed-by-you = Taken back

## Web: Forecast

web-forecast-horizon = Days ahead
web-forecast-as-table = As a table
web-forecast-day = Day
web-forecast-worst = The worst of it, of { $highest }
web-forecast-range = Likely range
web-forecast-before = Before you stop
web-forecast-course = The course of it
web-forecast-sure = How sure this is
web-forecast-how = How it is worked out
web-forecast-usually = How withdrawal usually goes

## Web: Products

web-products-lead = Strength differs between batches, and labels rarely say. What is not known widens the range; it is never filled in with a guess.
web-products-add = Add a product
web-products-name = Your name for it
web-products-kind = What it is
web-products-leaf-hint = powder, capsules, tea
web-products-extract-hint = concentrated leaf
web-products-seven-oh-hint = kept in the diary, without a forecast
web-products-other-hint = pseudoindoxyl, MGM: kept in the diary, without a forecast
web-products-strength = Mitragynine, mg per gram
web-products-strength-hint = From the label or a test. Leave it empty if you do not know.
web-products-error = Give or take
web-products-per-capsule = Grams per capsule
web-products-per-teaspoon = Grams per teaspoon
web-products-tea = Grams of leaf per liter of tea
web-products-usual = Meant when none is named
web-products-new-batch = New batch
web-products-batch-in-use = in use
web-products-batch-opened = opened { $date }

## Web: backup, import, export

web-data-backup = Backup
web-data-only-here = Kept only on this device
web-data-only-here-text = There is no copy elsewhere yet. If this device is lost, or the browser's data are cleared, the diary is gone.
web-data-last-backup = Last backup { $ago }
web-data-backup-old = The last backup is { $ago } old. What was logged since is only on this device.
web-data-backup-what = One encrypted file. It opens with your passphrase or your recovery phrase, here or on the command line.
web-data-backup-make = Make a backup
web-data-backup-made = The backup was handed to your browser. Check that it arrived, and keep it somewhere else.
web-data-backup-remind = Remind me later
web-data-restore = Bring a backup in
web-data-export = Take your diary out
web-data-export-warning = These files are not encrypted. Whoever has one can read it.
web-data-export-everything = Everything, in Ebb's open format
web-data-export-doses = Doses, as a table
web-data-export-days = Days, as a table
web-data-import = Bring a diary in
web-data-import-drop = Choose a file, or drop it here
web-data-import-what = It is read on this device. Nothing is saved before you have seen it.
web-data-import-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
web-data-import-careful = The careful answer is chosen already. A wrong one can be undone with the whole import.
web-data-import-add = { $count ->
    [one] Add { $count } entry
   *[other] Add { $count } entries
}
web-data-import-leave = Leave it
web-data-import-look = Look at the rows that wait
web-data-import-take-back = Take the whole import back
web-data-import-original = The file itself is not encrypted. Delete it when you no longer need it.
web-data-imports = Imports so far

## Web: settings

web-settings-look = Look
web-settings-theme = Light or dark
web-settings-theme-system = as the device
web-settings-theme-light = light
web-settings-theme-dark = dark
web-settings-days = Days and units
web-settings-day-start = A day starts at
web-settings-day-start-why = What is taken before this hour belongs to the day before.
web-settings-zone = Time zone
web-settings-zone-why = For new entries. Old ones keep the clock they were written by.
web-settings-units = Amounts in
web-settings-hours = Clock
web-settings-privacy = Privacy
web-settings-privacy-lead = The diary is sealed. These settings are for eyes beside you.
web-settings-hide = Hide amounts when the diary opens
web-settings-hide-why = One tap shows them again.
web-settings-name = A plain name and icon
web-settings-name-why = The app is then called { $name }. Install it again, and the home screen follows.
web-settings-lock-after = Lock after
web-settings-lock-hidden = when hidden
web-settings-lock-why = A locked diary has no key in memory. Only your passphrase brings it back.
web-settings-people-locked = Show your own people while locked
web-settings-people-locked-why = Then their names and numbers are kept outside the seal, and anyone who opens this page can read them.
web-settings-passphrase = Change the passphrase
web-settings-passphrase-why = Backups made before still open with the old one.
web-settings-recovery = New recovery phrase
web-settings-recovery-why = The old one stops opening this diary. Old backups keep it.
web-settings-storage = Kept by the browser
web-settings-storage-kept = The browser has promised to keep the diary.
web-settings-storage-not-kept = The browser may clear the diary when space runs out, or after weeks without a visit. A backup or an installed app protects it.
web-settings-storage-used = { $size } on this device
web-settings-erase = Erase the diary from this device
web-settings-erase-title = Erase the diary from this device?
web-settings-erase-text = { $count ->
    [one] { $count } entry is
   *[other] { $count } entries are
} in it. Without a backup nobody can bring them back.
web-settings-erase-word = erase
web-settings-erase-type = Write { $word } to go on
web-settings-erase-keep = Keep it
web-settings-erase-done = The diary is gone from this device.

## Web: this app, offline and installed

web-app-offline = You are offline. Everything here works.
web-app-offline-ready = Ebb is stored on this device and opens without a connection.
web-app-install = Put it on the home screen
web-app-install-why = It then opens like an app, without a connection, and the browser keeps it for longer.
web-app-install-android = On Android: open the browser's menu and choose Install app, or Add to home screen.
web-app-install-iphone = On an iPhone or iPad: tap Share, then Add to Home Screen.
web-app-install-iphone-why = There an app that is not installed may lose its data after some days without a visit.
web-app-install-iphone-move = The installed app may begin empty: make a backup first, and bring it in there.
web-app-install-desktop = On a computer: look for the install sign in the address bar, or in the browser's menu.
web-app-install-done = It is installed.
web-app-update = A newer version is ready.
web-app-update-why = It is put in when you say so, and only then. The diary stays as it is.
web-app-update-now = Update now
web-app-update-after-lock = The diary is locked for it. Anything half typed is lost.
web-app-version = Version { $version }
web-app-no-network = It asks the network for nothing but itself.

## Web: the demo diary

web-demo-banner = This is a made-up diary. Nothing in it is yours, and nothing you do here is kept.
web-demo-leave = Leave the demo
web-demo-start-own = Start your own

## Web: what can go wrong: what happened (err) and what to do (rec), in pairs

err-web-storage-full = There is no space left on this device for this entry.
rec-web-storage-full = Make some space and try again. What was saved before is safe; this entry is not saved yet.
err-web-two-tabs = The diary is open in another tab or window.
rec-web-two-tabs = Go on there, or close it and try again here. Two at once could not be kept apart.
err-web-taken-over = Another tab or window has opened the diary.
rec-web-taken-over = This one is locked. Unlock it here to go on here.
err-web-damaged-record = Part of the diary is damaged and does not open.
rec-web-damaged-record = The rest is safe and can be used. Nothing was deleted. A backup brought in heals what it holds.
err-web-older-format = This diary was written by an older version of Ebb.
rec-web-older-format = It is read as it is. Nothing in it is rewritten.
err-web-newer-format = This diary was written by a newer version of Ebb.
rec-web-newer-format = Update the app, then open it again. Nothing was changed.
err-web-no-storage = This browser does not let Ebb store anything.
rec-web-no-storage = Private windows often do not. Use an ordinary window, and allow data for this site.
err-web-browser-too-old = This browser is missing something that Ebb needs.
rec-web-browser-too-old = Update the browser, or use another. A diary already here is not touched.
err-web-keeper-gone = The part that keeps the diary has stopped.
rec-web-keeper-gone = Unlock again. What was saved is safe; the last entry may not be saved yet, so look before you log it again.
err-web-file-unread = The browser could not read this file.
rec-web-file-unread = Choose it once more. If it lies in a cloud folder, let it download first.
