
## Web: places

web-nav-today = Today
web-nav-history = History
web-nav-log = Log
web-nav-forecast = Forecast
web-nav-more = More
web-nav-check-in = Check-in
web-nav-craving = Craving
web-nav-products = Products
web-nav-import = Import and export
web-nav-learn = Learn
web-nav-help = Help
web-nav-settings = Settings
web-nav-main = Main places
web-skip = Skip to the content
web-back = Back
web-close = Close
web-next = Next
web-save = Save
web-remove = Remove
web-undo = Undo
web-hide = Hide
web-loading = Opening …
web-working = Working …
web-nothing-leaves = Nothing you write leaves this device.

## Web: first time

web-welcome-title = A private diary, and a way down
web-welcome-lead = Ebb keeps your log of kratom, sealed on this device. It shows where you are and what stopping might feel like.
web-welcome-start = Start a diary
web-welcome-demo = Look around with a demo diary
web-welcome-restore = I have a backup
web-is-title = What Ebb is
web-is-diary = A diary that only you can open.
web-is-forecast = A forecast from your own entries, with its range and its sources.
web-is-down = Support for cutting down, for a break, or for stopping.
web-is-offline = It works without a connection and without an account.
web-is-not-title = What Ebb is not
web-is-not-doctor = Not a doctor. It does not diagnose, and it does not replace help.
web-is-not-dose = It never tells you to take a dose, a larger one or an earlier one.
web-is-not-certain = Not certain. Each number has a range, and your body decides.
web-is-not-emergency = Not for emergencies. Help is one tap away, and works while the diary is locked.
web-is-not-children = Not for children. Ebb is for adults.
web-passphrase-title = Choose a passphrase
web-passphrase-lead = It seals the diary. Nobody can reset it, and nobody can read past it.
web-passphrase-advice = Five or more words that have nothing to do with each other are strong, and easy to type in the dark.
web-passphrase-avoid = Leave out names, dates and lines from songs. Do not use one that you use elsewhere.
web-passphrase-field = Passphrase
web-passphrase-again = The same passphrase again
web-passphrase-weak = This can be guessed quickly. Add a word or two.
web-passphrase-fair = This will hold for a while. One more word makes it strong.
web-passphrase-strong = This is strong.
web-passphrase-sealing = Sealing the diary. This takes a moment on purpose: it makes guessing slow.
web-recovery-title = Your recovery phrase
web-recovery-lead = These { $count } words open the diary without the passphrase. They are shown once.
web-recovery-write = Write them on paper, in order, and keep the paper away from this device.
web-recovery-warning = Whoever has these words has the diary. A photo of them may end up in a cloud.
web-recovery-lost = Without the passphrase and without these words, the entries are lost. Nobody can bring them back.
web-recovery-confirm = Type word { $number }
web-recovery-confirm-why = So that a slip of the pen is found today, and not later.
web-recovery-missing = Word { $number } is still missing.
web-recovery-mismatch = That is not word { $number }. Look at the paper again.
web-recovery-done = I have written them down
web-recovery-shown-again = Show the words again
web-start-done = The diary is ready.

## Web: locked

web-unlock-title = Locked
web-unlock-lead = Your passphrase opens the diary. Help works without it.
web-unlock-button = Unlock
web-unlock-working = Opening. This takes a moment.
web-unlock-forgot = Use the recovery phrase
web-unlock-recovery-lead = Type the words from your paper, in order.
web-unlock-new-passphrase = Choose a new passphrase. The recovery phrase stays as it is.
web-lock-now = Lock
web-locked-idle = Locked after a while without a touch. Nothing was lost.
web-locked-draft = What you had begun to type was not saved.
web-caps-lock = Caps lock is on.

## Web: empty places that say what will be there

web-empty-history-title = No days yet
web-empty-history-text = Each day becomes a square. A day without an entry stays open: no entry does not mean none taken.
web-empty-history-hint = Log is the place to add earlier days, or to say that you took none today.
web-empty-forecast-title = Not enough to say yet
web-empty-forecast-will = Once there is enough, you see when it would begin, when it is hardest and when it is mostly over. Each comes with its range.
web-empty-products-title = No products yet
web-empty-products-text = Powders differ in strength. If the label or a test says how much mitragynine is in it, the readings become narrower.
web-empty-products-batch = A new bag is a new batch. Noting it keeps a change of powder from looking like a change in you.
web-empty-people-title = Your own people
web-empty-people-text = Add someone you could call. Their number is sealed with the diary, so it shows only while the diary is open.

## Web: around every screen

web-hide-amounts = Hide amounts
web-plain-name = Pages
web-group-keep = Keep
web-group-understand = Understand
web-group-data = Your data
web-nav-about = About
web-nav-co-use = Another substance
web-nav-note = A note
web-about-check-in = How you are: sleep, mood, symptoms
web-about-craving = Wait out an urge, and note it
web-about-products = What you use, and how strong it is
web-about-learn = How it works, with your own curve, and the sources
web-about-import = Bring a diary in; backups; take yours out
web-about-settings = Privacy, lock, day start, looks
web-about-about = What Ebb is, and what it is built on
web-print = Print
web-open-diary = Open my diary
web-restore-button = Bring it back
web-step = Step { $at } of { $of }
err-keeper-stopped = Ebb met a fault and locked your diary.
rec-keeper-stopped = What was saved is safe. Unlock it and go on; what you were just typing may be missing.
web-nothing-changed = Nothing was changed.
