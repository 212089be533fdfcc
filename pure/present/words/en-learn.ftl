
## Learn: around the pages

learn-title = Learn
learn-lead = Short pages on what is known, where it was seen, and how sure it is.
learn-minutes = Each takes two minutes.
learn-facts = What was seen
learn-own-curve = Your own picture
learn-curve-level = Your level over the last days, as the model reads your diary.
learn-curve-tolerance = Your tolerance, as the model reads your diary, and how it would fall in a break.
learn-curve-withdrawal = Withdrawal if you stopped now, from your own entries.
learn-curve-none = Your own picture stands here once there is enough in the diary.

## Learn: figures with their unit

figure-hours = { $figure } hours
figure-minutes = { $figure } minutes
figure-seconds = { $figure } seconds
figure-days = { $figure } days
figure-weeks = { $figure } weeks
figure-years = { $figure } years
figure-percent = { $figure }%
figure-grams = { $figure } g
figure-milligrams = { $figure } mg
figure-milligrams-per-gram = { $figure } mg per gram
figure-points = { $figure } points
figure-about = about { $figure }
figure-span = { $low } to { $high }
figure-with-range = { $figure } (range { $range })
figure-with-interval = { $figure } (likely { $range })
figure-with-deviation = { $figure } (mostly { $range })

## Learn: how kratom works

learn-how-title = How kratom works
learn-how-lead = Kratom is a leaf that acts on the body's opioid system. It also does other things, and much of it is not known.
learn-how-receptor-title = Where it acts
learn-how-receptor-text = The leaf holds many alkaloids. Mitragynine is usually the largest part. The body turns some of it into 7-hydroxymitragynine, called 7-OH.
learn-how-receptor-more = Both press on the mu-opioid receptor, the switch that morphine presses too. Mitragynine presses it only part of the way. How much of the effect in people comes from 7-OH is not settled.
learn-how-time-title = How long it lasts
learn-how-time-text = The felt part begins within minutes and is mostly over within hours. The substance stays far longer than the feeling.
learn-how-time-more = With daily use each dose falls on what is left of the one before. The level climbs for a week or so, then stays.
learn-how-curve-title = Your own level
learn-how-curve-text = Ebb works out a level from your entries, with a band around it. Bodies and powders differ many times over, so the band is wide. It is an estimate, not a measurement.
learn-fact-how-emax = In a dish, mitragynine pressed the receptor to { $figure } of what is possible.
learn-fact-how-ratio = In a dish, 7-OH was { $figure } times as strong as mitragynine.
learn-fact-how-peak = The level in blood was highest { $figure } after a dose.
learn-fact-how-gone = That the effect is gone within hours was said by { $figure } of people.
learn-fact-how-half = With daily doses, half of it was still there after at most { $figure }, in the slowest group.
learn-fact-how-steady = The level stopped climbing after { $figure } of daily doses.

## Learn: tolerance

learn-tolerance-title = Tolerance
learn-tolerance-lead = The same amount does less than it did. That is the body adapting, and it goes back.
learn-tolerance-three-title = Three different things
learn-tolerance-three-text = Tolerance: the same amount does less. Dependence: the body has come to count on it. Withdrawal: what you feel when it is missing.
learn-tolerance-three-more = One can be there without the others. Ebb shows three readings and never adds them up.
learn-tolerance-signs-title = How it shows
learn-tolerance-signs-text = The effect is weaker or shorter. You feel unwell between doses. You want to switch to another powder. Single days mean little; a trend over weeks means more.
learn-tolerance-signs-more = A weaker batch looks the same. That is why Ebb asks about a new bag.
learn-tolerance-why-title = What makes it grow
learn-tolerance-why-text = The amount of alkaloid, how often, for how long, and your own body. Days in between slow it down. Extracts and 7-OH products bring more at once.
learn-tolerance-back-title = How it goes back
learn-tolerance-back-text = Some of it leaves within days, the rest over weeks. Nobody has measured this in people with kratom, so the width of the band is honest.
learn-tolerance-back-more = Your own curve shows what the model expects for you. It learns when you rate how an effect felt.
learn-tolerance-return-title = After a break
learn-tolerance-return-text = Protection is lost as well. An amount you used to take can be too strong, and with alcohol, opioids or tranquilizers it can stop breathing.
learn-fact-tolerance-raised = More than { $figure } of people had raised their dose.
learn-fact-tolerance-disorder = Tolerance was reported by { $figure } of people with a kratom use disorder.
learn-fact-tolerance-rat = In rats on opioids, half of the slow part was gone after { $figure }.
learn-fact-tolerance-reset = One web page says that it is gone after { $figure }. Another page of the same site says weeks to months.

## Learn: dependence and addiction

learn-dependence-title = Dependence and addiction are different
learn-dependence-lead = One is about the body, the other about control. They need different help, so Ebb keeps them apart.
learn-dependence-body-title = Dependence
learn-dependence-body-text = After steady use the body runs with kratom counted in. Take it away, and you feel withdrawal. This can happen to anyone, also with medicines taken as told.
learn-dependence-control-title = Addiction
learn-dependence-control-text = Use goes on though it does harm. It takes more than you meant to give: time, money, people, plans. Cravings decide. Doctors speak of a use disorder and count its signs.
learn-dependence-apart-title = One without the other
learn-dependence-apart-text = You can be dependent and in control. You can lose control with little withdrawal. After stopping, withdrawal ends in days or weeks; cravings can come for longer.
learn-dependence-often-title = How often
learn-dependence-often-text = Surveys give very different shares. They ask different people, most of them volunteers, and count differently.
learn-dependence-ebb-title = What Ebb does with this
learn-dependence-ebb-text = Two readings, never one score, each with what it rests on. Neither is a diagnosis. If you wonder about control, that is reason enough to talk with someone.
learn-fact-dependence-low = Moderate or severe use disorder in the past year: { $figure } of people.
learn-fact-dependence-middle = A use disorder of any strength: { $figure } of people.
learn-fact-dependence-high = Men in Malaysia with regular use who met the signs: { $figure }.
learn-fact-dependence-withdrawal = Of those with a use disorder, { $figure } reported withdrawal.

## Learn: withdrawal

learn-withdrawal-title = Withdrawal: what, when, how long
learn-withdrawal-lead = It is unpleasant, it has a shape, and it ends.
learn-withdrawal-what-title = What it feels like
learn-withdrawal-what-text = Aching muscles, restless legs, poor sleep. Hot and cold, runny nose, watery eyes. Nausea, diarrhea, little appetite. Tension, low mood, anger, tiredness, craving.
learn-withdrawal-what-more = You may have some of it, or most of it. How strong it gets depends on how often and how much, for how long, on the product, and on you.
learn-withdrawal-when-title = When
learn-withdrawal-when-text = It begins within hours, is mostly hardest on the first days, and then eases. No study has followed people hour by hour, so the figures below come from summaries.
learn-withdrawal-curve-title = Your own forecast
learn-withdrawal-curve-text = Ebb draws the course from your own entries, with a band. Later it can lay over it what you really felt.
learn-withdrawal-after-title = What may stay a while
learn-withdrawal-after-text = Sleep, mood, energy, focus and cravings can take weeks. They come and go. A short check-in now and then shows, on a bad day, how far it has come.
learn-withdrawal-help-title = When it is more than withdrawal
learn-withdrawal-help-text = Fever with confusion, seizures, chest pain, yellow skin, no fluids kept down, or thoughts of ending your life: open Help.
learn-withdrawal-help-more = If you also stop alcohol or tranquilizers, or are pregnant, do not stop alone. A doctor can ease much of this.
learn-fact-withdrawal-onset = First signs { $figure } after the last dose.
learn-fact-withdrawal-onset-reviews = First signs { $figure } after the last dose, as remembered from reviews.
learn-fact-withdrawal-most = For most people the hard part lasts { $figure }.
learn-fact-withdrawal-some = For some people it lasts { $figure }.
learn-fact-withdrawal-peak = It is hardest { $figure } after the last dose at the latest, one page says.
learn-fact-withdrawal-score = On a scale to 64 people scored { $figure }.

## Learn: leaf, extracts and 7-OH products

learn-products-title = Leaf, extracts and 7-OH products
learn-products-lead = The word kratom is used for very different things. A gram says little until you know of what.
learn-products-leaf-title = Leaf
learn-products-leaf-text = Powder, capsules and tea come from dried leaf. Its strength changes with tree, season and drying. Colors and names on a bag do not tell you the strength.
learn-products-extract-title = Extracts
learn-products-extract-text = The alkaloids are concentrated, often many times. A small bottle can hold as much mitragynine as a day of leaf. Tolerance and withdrawal grow with it.
learn-products-seven-title = 7-OH and similar products
learn-products-seven-text = Leaf has only traces of 7-OH. Tablets and shots sold for it are mostly made in a laboratory, and each milligram acts far more strongly. The same goes for pseudoindoxyl and MGM products.
learn-products-seven-more = Ebb keeps them in the diary only. No study in people exists that a forecast could rest on, so Ebb makes none.
learn-products-batch-title = A new bag is a new batch
learn-products-batch-text = If a change follows a new bag, it may be the powder and not you. Note the batch, and Ebb keeps the two apart.
learn-fact-products-sold = Mitragynine in products sold as kratom: { $figure }.
learn-fact-products-wild = Mitragynine in wild leaf: { $figure }.
learn-fact-products-extract = The extract of one trial was { $figure } mitragynine.
learn-fact-products-shot = A small bottle of extract, by its seller: { $figure } of mitragynine.
learn-fact-products-trace = 7-OH in leaf: at most { $figure } of its alkaloids.
learn-fact-products-made = More than { $figure } of the 7-OH on sale is made from mitragynine, not taken from leaf. Labels are often wrong.
learn-fact-products-serving = 7-OH listed for one serving: { $figure }.
learn-fact-products-mouse = In mice, breathing slowed with mitragynine only to a point. With 7-OH it slowed further with each larger dose.

## Learn: mixing

learn-mixing-title = Mixing
learn-mixing-lead = Most of the worst harm happens when kratom meets something else.
learn-mixing-breath-title = What slows breathing
learn-mixing-breath-text = Other opioids, alcohol, tranquilizers, sleeping pills, gabapentin, pregabalin, GHB. Each slows breathing or makes sleep too deep, and together they do it more.
learn-mixing-breath-more = Kratom is still there when the feeling has gone. Hours apart is not the same as not mixed.
learn-mixing-heart-title = Heart, seizures, serotonin
learn-mixing-heart-text = Some medicines change the rhythm of the heart, and kratom may add to it. Stimulants raise pulse and pressure. Medicines for depression are named in cases of too much serotonin.
learn-mixing-medicine-title = Your medicines
learn-mixing-medicine-text = Kratom can slow how the body removes some medicines, so more of them stays. Naltrexone can bring on withdrawal at once. Many pairs were never studied.
learn-mixing-do-title = What you can do
learn-mixing-do-text = Name everything to a pharmacist, kratom too, and ask what goes together. Do not stop a prescribed medicine because of this page.
learn-mixing-do-more = Ebb has no checker for your own medicines yet. If something is wrong now, open Help.
learn-fact-mixing-involved = US deaths in which kratom was judged to play a part: { $figure }.
learn-fact-mixing-alone = Of these, nothing else was found in { $figure }. Other substances could not be ruled out.
learn-fact-mixing-naloxone = Naloxone can wear off after { $figure }, before the opioid does. The ambulance must still come.
learn-fact-mixing-midazolam = After one tea, the amount of a tranquilizer in the blood rose by a factor of { $figure }.
learn-fact-mixing-heart = Changes of the heart's rhythm are described in users and in single cases.
learn-fact-mixing-seizure = Seizures are described in single cases.
learn-fact-mixing-serotonin = Too much serotonin is described in single cases.

## Learn: cutting down and stopping

learn-down-title = Cutting down and stopping
learn-down-lead = Smaller steps, at a pace that you can bear, with help where it is needed. This page gives no plan.
learn-down-ways-title = Ways down
learn-down-ways-text = Less each time. Fewer times a day. More days in between. Writing each dose down already shows where it is easiest to begin.
learn-down-ways-more = The same step is larger at the end than at the beginning, because it is a larger share of what is left. Users say that the last small amounts are the hardest.
learn-down-pace-title = How fast
learn-down-pace-text = Nobody has tested this for kratom. The limits below are Ebb's own caution, and slower is always allowed. A pause is part of the way.
learn-down-pace-more = In one study with another opioid, a quick and a slow way down ended in the same place three months later. Pace is a matter of comfort and safety.
learn-down-ebb-title = What Ebb will do, and will not
learn-down-ebb-text = Ebb shows what you logged, where it is heading, and what stopping might feel like. A planner inside the rails is still to come.
learn-down-ebb-more = Ebb will never name a first, a larger or an earlier dose. It will not hand out a plan when a sign says that a person is needed.
learn-down-help-title = With help
learn-down-help-text = Not alone: if you are pregnant, if you also stop alcohol or tranquilizers, with an illness of heart or liver, after seizures, or with thoughts of ending your life.
learn-down-help-more = A doctor can treat nausea, pain, sleep and tension. For some people there are medicines such as buprenorphine. Take your log with you.
learn-fact-down-default = Ebb's ordinary pace for a plan: in a week, at most { $figure } less than now.
learn-fact-down-cap = Ebb's hard limit: in a week, never more than { $figure } less, unless a clinician planned it.
learn-fact-down-guidance = For prescribed opioids, common steps are { $figure } every four weeks.
learn-fact-down-quick = Free of opioids three months after a quick way down: { $figure } of people.
learn-fact-down-slow = Three months after a slow one: { $figure } of people.
learn-fact-down-buprenorphine = After twelve weeks on buprenorphine, no kratom was found in { $figure } of a small group.

## Learn: self-care

learn-care-title = Self-care that fits
learn-care-lead = Small things that cost little. None of them was tested in kratom withdrawal; they are common sense, and Ebb says so.
learn-care-water-title = Water and salt
learn-care-water-text = Diarrhea and sweat take both. Small sips, often. Broth or a rehydration drink when much is lost. If nothing stays down for a day, open Help.
learn-care-food-title = Light food
learn-care-food-text = A little, often. Plain things such as rice, toast, bananas, soup. Appetite comes back by itself.
learn-care-sleep-title = Sleep
learn-care-sleep-text = Bad nights are common and pass. Keep the hour of getting up, leave the clock turned away, and rest without sleep counts too. Do not reach for alcohol or somebody's sleeping pills.
learn-care-move-title = Movement and warmth
learn-care-move-text = A short walk, stretching, a warm bath. Restless legs often like warmth and motion. Stop if you feel faint or your heart races.
learn-care-breath-title = Breath
learn-care-breath-text = A slow, even breath gives the mind something to hold. The pace below is only a pace.
learn-care-people-title = One person
learn-care-people-text = Tell one person what you are doing and when the hard days may be. You do not have to tell everything.
learn-fact-care-in = Breathe in for { $figure }.
learn-fact-care-out = Breathe out for { $figure }.

## Learn: drug tests

learn-tests-title = Drug tests
learn-tests-lead = Ordinary tests are not made to find kratom. Special ones are. Ebb gives no advice on passing any.
learn-tests-which-title = Which tests
learn-tests-which-text = The common urine screens look for other substances. A laboratory that is asked for it can find mitragynine. A first result can be wrong; a confirming test settles it.
learn-tests-long-title = For how long
learn-tests-long-text = The substance leaves slowly, and more slowly after long daily use. The ranges below are wide because people are.
learn-tests-say-title = If a test matters to you
learn-tests-say-text = Ask who runs it what it looks for. Tell a doctor who treats you that you use kratom; it may matter for your care.
learn-fact-tests-lab = A laboratory offers a test made for kratom.
learn-fact-tests-urine = Found in urine for { $figure } after regular use, longer after heavy use.
learn-fact-tests-blood = Found in blood for { $figure }.

## Learn: what the numbers mean

learn-numbers-title = What the numbers mean
learn-numbers-lead = Every number here has a range, a source and a grade. When there is too little to go on, Ebb says nothing.
learn-numbers-range-title = A range, not a point
learn-numbers-range-text = The dark band holds half of what is likely, the light band eight in ten cases. Two in ten lie outside. That is not the forecast breaking; that is what the band says.
learn-numbers-range-more = Bands rest on your entries and on what is known of others. They grow narrower as you log and rate.
learn-numbers-scale-title = The withdrawal scale
learn-numbers-scale-text = Sixteen complaints, each from none to extreme, added up. The words below are common for a scale like it. It is not a diagnosis.
learn-numbers-grade-title = Grades
learn-numbers-grade-text = A letter says how far a statement may be trusted.
learn-numbers-grade-line = { $letter }: { $grounds }
learn-numbers-silence-title = Why Ebb sometimes says nothing
learn-numbers-silence-text = A few doses, old entries or unknown amounts would give a number that looks like knowledge. Then Ebb stays silent, says why, and says what would end the silence.
learn-numbers-silence-more = No entry is not a day without. Unknown is not zero.
learn-numbers-limits-title = Where the model is weak
learn-numbers-limits-text = It is too kind to the last small amounts. It knows nothing of 7-OH products, and of other drugs only that you logged them. It has no memory of years. Mood, pain and habit are outside.
learn-fact-numbers-mild = Commonly called mild: { $figure }.
learn-fact-numbers-moderate = Commonly called moderate: { $figure }.
learn-fact-numbers-severe = Commonly called severe: { $figure }, and all above.

## Learn: what Ebb is not

learn-not-title = What Ebb is not
learn-not-lead = So that you know what to lean on, and what not.
learn-not-doctor-title = Not a doctor
learn-not-doctor-text = Ebb does not diagnose and does not treat. Its readings are a log and a model. What you feel, and what a doctor sees, counts more.
learn-not-dose-title = Not a dosing guide
learn-not-dose-text = Ebb never says how much to take. It does not say how to get an effect back. Its steps only ever lead downwards, at your pace.
learn-not-emergency-title = Not an alarm
learn-not-emergency-text = Ebb calls nobody. It does not know if you are in danger. In an emergency, call; the page Help has numbers.
learn-not-judge-title = Not a judge
learn-not-judge-text = You logged what you logged. There are no streaks to lose. A dose during a break does not undo what was reached.
learn-not-seller-title = Not a shop, not a witness
learn-not-seller-text = No products, no prices, no adverts. Nothing leaves the device unless you send it, and nobody else can open it.
