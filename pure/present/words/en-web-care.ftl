# The words of the web app: check-in, craving, help, settings and about. American English; how to write them stands at the top of en.ftl.

## Around: titles, the door, drafts

care-window-title = { $place } · { $app }
care-not-confirmed = The recovery phrase was not written down yet. Settings makes a new one.
care-show-passphrase = Show the passphrase
care-passphrase-common = This follows a pattern that is tried first. Use words that have nothing to do with each other.
care-confirm-title = Three of the words, please
care-back-to-welcome = Back to the start

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
care-craving-strength-now = How strong was it at its worst
care-trigger = What set it off
care-trigger-own = In your own words
care-trigger-hint = The words are yours, from earlier entries. More than one may fit.
care-timer-length = How long
care-timer-minutes = { $n } min
care-timer-start = Sit it out with a timer
care-only-note = Only note it
care-sitting-title = Sitting it out
care-timer-of = of { $n } minutes
care-timer-began = It began at { $score }.
care-timer-away = You can put the phone away; the time goes on.
care-timer-reached = The time is up
care-timer-over = The timer has reached its end. Craving asks what became of it.
care-timer-more = { $n } more minutes
care-timer-stop = Leave it, without an answer
care-timer-left = { $minutes } minutes left
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
