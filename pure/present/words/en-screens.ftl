## Web: Log

web-log-title = Log a dose

## Web: Check-in

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

web-craving-timer-why = A stretch to wait through, chosen by us. Nobody has measured how long an urge for kratom lasts.
web-craving-passed = It passed
web-craving-ongoing = Still there
web-craving-used = Something was taken
web-craving-used-text = Then log it as any dose. It does not undo what came before.
web-craving-passed-text = Noted. It came, and it passed.
web-craving-ongoing-text = It may take longer. Another stretch, a change of room, or a person can help.
web-breath-why = A pace to hold on to. No effect is claimed for it. Stop if you get dizzy.

## Web: History and entries

web-history-span = Time shown
web-history-four-weeks = 4 weeks
web-history-quarter = Quarter
web-history-year = Year
web-history-earlier = Earlier days
web-history-day-add = Add to this day
web-history-day-none = I took nothing this day

## Web: Forecast

web-forecast-horizon = Days ahead
web-forecast-before = Before you stop
web-forecast-course = The course of it
web-forecast-sure = How sure this is
web-forecast-how = How it is worked out

## Web: backup, import, export

web-data-import = Bring a diary in
