# The words of the web app: check-in, craving, help, settings and about. American English; how to write them stands at the top of en.ftl.

## Around: titles, the door, drafts

care-window-title = { $place } · { $app }
care-show-passphrase = Show the passphrase
care-passphrase-common = This follows a pattern that is tried first. Use words that have nothing to do with each other.
care-confirm-title = Three of the words, please

## Score sliders

care-not-said = not said
care-hours = { $hours } h
care-leave-out = Leave out: { $what }
care-when = When
care-when-now = Now
care-when-other = Another time
care-when-field = Day and time

## Check-in

care-check-in-lead = Answer what you like; one answer is enough. What you leave out stays open and is not counted as zero.
care-right-now = Right now
care-last-night = Last night
care-craving = Craving
care-craving-low = none
care-craving-high = strongest
care-mood = Mood
care-mood-low = worst
care-mood-high = best
care-energy = Energy
care-energy-low = none
care-energy-high = plenty
care-focus = Focus
care-focus-low = none
care-focus-high = clear
care-sleep = Sleep
care-sleep-low = very bad
care-sleep-high = very good
care-hours-slept = Hours slept
care-note = Note
care-signs-title = How withdrawal shows
care-signs-lead = Sixteen signs, 0 to 4 each. All sixteen make a total of 64.
care-signs-answered = { $n } of 16 answered
care-signs-group = { $name }: { $n } of { $all } answered
care-signs-clear = Leave these out again
care-signs-similar = The sum of the sixteen answers. Similar in range to published scales, and not one of them.
care-overall = Or one number for all of it
care-overall-field = Withdrawal in all
care-overall-low = nothing at all
care-overall-high = as bad as it gets
care-overall-settled = All sixteen signs are answered, so their sum counts.
care-group-mind = Mind
care-group-head = Head
care-group-warmth = Skin and warmth
care-group-muscles = Muscles
care-group-stomach = Stomach
care-sign-anxious = Anxious
care-sign-yawning = Yawning
care-sign-sweating = Sweating
care-sign-watery-eyes = Watery eyes
care-sign-runny-nose = Runny nose
care-sign-goose-bumps = Goose bumps
care-sign-shaking = Shaking
care-sign-hot-flushes = Hot flushes
care-sign-cold-flushes = Cold flushes
care-sign-aching = Aching
care-sign-restless = Restless
care-sign-queasy = Queasy
care-sign-vomiting = Vomiting
care-sign-twitching = Twitching
care-sign-stomach-cramps = Stomach cramps
care-sign-want-some-now = Wanting some now
care-much-none = none
care-much-little = a little
care-much-some = some
care-much-lot = a lot
care-much-very = very much
care-check-in-save = Save the check-in
care-heavy = If this is too much to carry alone, Help shows who to call and what must not wait.
care-heavy-link = Open Help

## Craving

care-craving-lead = An urge rises, stays a while, and goes. It can be waited out, and it can be written down.
care-help-line = If this is more than an urge, Help is there.
care-craving-strength = How strong is it
care-craving-strength-low = barely there
care-craving-strength-high = strongest
care-trigger = What set it off
care-trigger-own = In your own words
care-trigger-hint = The words are yours, from earlier entries. More than one may fit.
care-timer-length = Length of the timer
care-timer-minutes = { $n } min
care-timer-start = Sit it out with a timer
care-only-note = Only note it
care-sitting-title = Sitting it out
care-timer-of = of { $n } minutes
care-timer-left = Sitting it out, { $left } left.
care-timer-began = It began at { $score }.
care-timer-away = You can put the phone away; the time goes on.
care-timer-reached = The time is up
care-timer-over = The timer has reached its end. Craving asks what became of it.
care-timer-more = { $n } more minutes
care-timer-stop = Stop the timer; the urge stays noted
care-outcome = What became of it
care-outcome-passed = It went by
care-outcome-still = Still there
care-outcome-used = Something was taken
care-outcome-save = Save and close
care-minutes-field = Minutes it lasted
care-closed-title = Noted
care-closed-passed = It went by. That is written down.
care-closed-still = It is still there. You can sit on, or do something else; both are fine.
care-closed-used = Written down as it was. If a dose was taken, Log keeps the count true.
care-closed-open = Written down.
care-closed-log = Log it
care-closed-again = Sit on
care-closed-today = To Today
care-breathe-title = Breathe slowly
care-breathe-lead = In for 4 seconds, out for 6. No effect is claimed for it; it is something to do with the breath.
care-breathe-even-lead = In for 5 seconds, out for 5. No effect is claimed for it; it is something to do with the breath.
care-breathe-in = Breathe in
care-breathe-out = Breathe out
care-breathe-pace = Pace
care-breathe-four-six = 4 in, 6 out
care-breathe-even = 5 in, 5 out
care-breathe-begin = Begin
care-breathe-stop = Stop

## Help: one's own people

care-people-locked = They are sealed in your diary. Unlock it to see them here.
care-person-add = Add someone
care-person-name = Name
care-person-number = Telephone number
care-person-note = Note, such as when to call
care-person-sealed = Sealed with the diary; shown only while it is open.
care-person-added = Added to your people.
care-person-remove = Remove { $name }
err-number-unreadable = This is not a number that can be called.
rec-number-unreadable = Write digits, with a plus in front for another country, such as +43 664 555 0134. Other words go into the note.

## Settings

care-looks = Look
care-theme = Light or dark
care-theme-system = System
care-theme-light = Light
care-theme-dark = Dark
care-privacy = Privacy
care-hide-hint = The eye at the top shows them again.
care-plain = A plain name and icon
care-plain-hint = The app is then called { $name }, here and in the window. An installed icon keeps the old name until the app is removed and installed again; the diary stays.
care-lock-after = Lock after
care-lock-never = Never
care-lock-hint = Counted from the last touch. Never means only when you lock it or close the app.
care-days = Days
care-day-start = A day starts at
care-day-start-hint = What is logged before this hour belongs to the day before.
care-zone = Home time zone
care-zone-hint = Begin to type, such as Berlin. Entries keep the time of the place where they were written.
care-kept-here = { $entries }, kept only on this device.
care-verify = Check the diary
care-passphrase-change = Change the passphrase
care-passphrase-old = The passphrase until now
care-passphrase-change-hint = The recovery phrase stays as it is. Backups made before open with the passphrase they were made with.
care-passphrase-changed = The passphrase is changed.
care-phrase-new = New recovery phrase
care-phrase-unsure = Are your recovery words written down?
care-phrase-unsure-text = They were shown once and not confirmed. Without them, a forgotten passphrase cannot be undone. Settings makes new ones.
care-phrase-new-hint = The old words stop working at once. The new ones are shown once: have paper at hand.
care-phrase-make = Make a new one
care-phrase-changed = The new recovery phrase counts from now on.
care-this-app = This app
care-update-lead = A newer version is put in when you say so, and only then.
care-update-look = Look for a newer version
care-update-none = This is the newest version.
care-update-fetching = A newer version is on its way. It is offered here once it is whole.
care-update-no-answer = Nobody answered. Is this device connected?
care-update-ready = A newer version is ready. The diary locks, and opens again in the new version.
care-update-now = Update now
care-installed = The app is installed on this device.
care-install-title = Install it like an app
care-install-button = Install
care-install-why = Installed, it opens from the home screen, works in flight mode, and the browser is less likely to delete the diary.
care-install-android = Android
care-install-android-how = Open the browser's menu and choose "Install app" or "Add to Home screen".
care-install-apple = iPhone and iPad
care-install-apple-how = Open this page in Safari, tap Share, then "Add to Home Screen". Without that, the diary may be deleted after seven days without a visit.
care-install-desktop = Computer
care-install-desktop-how = Look for the install sign in the address bar, or for "Install" in the browser's menu. In Safari on a Mac: File, then "Add to Dock".
care-erase-title = Leave
care-erase-open = Erase Ebb from this device
care-erase-what = This deletes the diary on this device, the settings, and the files kept for working offline. There is no way back.
care-erase-backup = A backup file that you saved elsewhere stays, and opens with its passphrase.
care-erase-type = Type "{ $word }" to go on
care-erase-word = erase
care-erase-button = Erase everything

## About

care-is-not-shop = Not a shop, and not paid by one. No brands, no prices, no advertisements.
care-privacy-sealed = The diary is sealed with your passphrase before it is stored. Without the passphrase or the recovery phrase nobody can read it, and nobody can reset it.
care-privacy-nobody = There is no account, and nobody counts or watches what you do here. The page asks only the server it came from, and only for its own files.
care-privacy-outside = Outside the seal, this browser keeps how the app looks, when it locks, the country of the helplines and the day of the last backup.
care-privacy-limits = It cannot protect against someone who watches you type, or against programs that have taken over this device.
care-sources = Where the numbers come from
care-sources-text = Each number has a source, the people it was seen in, and a grade. Learn shows them where they are used.
care-version = Version
care-version-text = { $version }, build { $build }
care-licences = Licenses
care-licence-own = Ebb itself is free to use, study, change and share, under the MIT license or the Apache License 2.0, as you choose.
care-licences-text = It is built from the work of many others, who are named here with the texts of their licenses.
care-licences-show = Show the licenses
care-licences-missing = The file could not be read. It is part of the app: open Ebb once with a connection, then try again.

## The state of the diary

care-damaged = Part of the diary is damaged: { $records }.
care-damaged-advice = The rest is safe and was read. A backup heals it: Import and export brings one in.
