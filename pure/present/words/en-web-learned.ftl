
# The words of the web app: what was learned. American English; how to write them stands at the top of en.ftl.

web-nav-learned = What Ebb learned
web-about-learned = How you differ from most people
web-learned-see = What it learned from you
web-learned-from = Learned from
web-learned-ways = Off, or anew
web-learned-reset = Begin anew
web-learned-off = Switch learning off
web-learned-on = Switch learning on
web-condition = On what condition
web-taper-before = Before you come down
web-taper-steps = Your steps
web-taper-percent = Percent less at each step
web-taper-days = Days from step to step
web-taper-hint = Only a place to begin: change them. For prescribed opioids, guidance names { $guided } in four weeks (grade { $grade }). Nobody has tested tapering kratom.
web-taper-clinicians = A clinician set this pace
web-ask-dose = Say it of the dose
