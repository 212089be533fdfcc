
## How past forecasts did

kind-forecast = forecast shown { $when }
score-kept-forecast = Forecast that was shown
