Feature: temporal

  Scenario Outline: [1] Values
    Given any graph
    When executing query:
      """
      <before> RETURN <expression> AS result
      """
    Then the result should be, in any order:
      | result   |
      | <result> |
    And no side effects

    Examples:
      | before | expression | result |
      |  | date('2015-07-21') | '2015-07-21' |
      |  | date('20150721') | '2015-07-21' |
      |  | date('2015-07') | '2015-07-01' |
      |  | date('201507') | '2015-07-01' |
      |  | date('2015-W30-2') | '2015-07-21' |
      |  | date('2015W302') | '2015-07-21' |
      |  | date('2015-W30') | '2015-07-20' |
      |  | date('2015W30') | '2015-07-20' |
      |  | date('2015-202') | '2015-07-21' |
      |  | date('2015202') | '2015-07-21' |
      |  | date('2015') | '2015-01-01' |
      |  | localtime('21:40:32.142') | '21:40:32.142' |
      |  | localtime('214032.142') | '21:40:32.142' |
      |  | localtime('21:40:32') | '21:40:32' |
      |  | localtime('214032') | '21:40:32' |
      |  | localtime('21:40') | '21:40' |
      |  | localtime('2140') | '21:40' |
      |  | localtime('21') | '21:00' |
      |  | time('21:40:32.142+0100') | '21:40:32.142+01:00' |
      |  | time('214032.142Z') | '21:40:32.142Z' |
      |  | time('21:40:32+01:00') | '21:40:32+01:00' |
      |  | time('214032-0100') | '21:40:32-01:00' |
      |  | time('21:40-01:30') | '21:40-01:30' |
      |  | time('2140-00:00') | '21:40Z' |
      |  | time('2140-02') | '21:40-02:00' |
      |  | time('22+18:00') | '22:00+18:00' |
      |  | localdatetime('2015-07-21T21:40:32.142') | '2015-07-21T21:40:32.142' |
      |  | localdatetime('2015-W30-2T214032.142') | '2015-07-21T21:40:32.142' |
      |  | localdatetime('2015-202T21:40:32') | '2015-07-21T21:40:32' |
      |  | localdatetime('2015T214032') | '2015-01-01T21:40:32' |
      |  | localdatetime('20150721T21:40') | '2015-07-21T21:40' |
      |  | localdatetime('2015-W30T2140') | '2015-07-20T21:40' |
      |  | localdatetime('2015202T21') | '2015-07-21T21:00' |
      |  | datetime('2015-07-21T21:40:32.142+0100') | '2015-07-21T21:40:32.142+01:00' |
      |  | datetime('2015-W30-2T214032.142Z') | '2015-07-21T21:40:32.142Z' |
      |  | datetime('2015-202T21:40:32+01:00') | '2015-07-21T21:40:32+01:00' |
      |  | datetime('2015T214032-0100') | '2015-01-01T21:40:32-01:00' |
      |  | datetime('20150721T21:40-01:30') | '2015-07-21T21:40-01:30' |
      |  | datetime('2015-W30T2140-00:00') | '2015-07-20T21:40Z' |
      |  | datetime('2015-W30T2140-02') | '2015-07-20T21:40-02:00' |
      |  | datetime('2015202T21+18:00') | '2015-07-21T21:00+18:00' |
      |  | datetime('2015-07-21T21:40:32.142+02:00[Europe/Stockholm]') | '2015-07-21T21:40:32.142+02:00[Europe/Stockholm]' |
      |  | datetime('2015-07-21T21:40:32.142+0845[Australia/Eucla]') | '2015-07-21T21:40:32.142+08:45[Australia/Eucla]' |
      |  | datetime('2015-07-21T21:40:32.142-04[America/New_York]') | '2015-07-21T21:40:32.142-04:00[America/New_York]' |
      |  | datetime('2015-07-21T21:40:32.142[Europe/London]') | '2015-07-21T21:40:32.142+01:00[Europe/London]' |
      |  | datetime('1818-07-21T21:40:32.142[Europe/Stockholm]') | '1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]' |
      |  | duration('P14DT16H12M') | 'P14DT16H12M' |
      |  | duration('P5M1.5D') | 'P5M1DT12H' |
      |  | duration('P0.75M') | 'P22DT19H51M49.5S' |
      |  | duration('PT0.75M') | 'PT45S' |
      |  | duration('P2.5W') | 'P17DT12H' |
      |  | duration('P12Y5M14DT16H12M70S') | 'P12Y5M14DT16H13M10S' |
      |  | duration('P2012-02-02T14:37:21.545') | 'P2012Y2M2DT14H37M21.545S' |
      |  | date({year: 1817, week: 1}) | '1816-12-30' |
      |  | date({year: 1817, week: 10}) | '1817-03-03' |
      |  | date({year: 1817, week: 30}) | '1817-07-21' |
      |  | date({year: 1817, week: 52}) | '1817-12-22' |
      |  | date({year: 1818, week: 1}) | '1817-12-29' |
      |  | date({year: 1818, week: 52}) | '1818-12-21' |
      |  | date({year: 1818, week: 53}) | '1818-12-28' |
      |  | date({year: 1819, week: 1}) | '1819-01-04' |
      |  | datetime({year: 1984, week: 10, dayOfWeek: 3, hour: 12, minute: 31, second: 14, millisecond: 645, timezone: 'Europe/Stockholm'}) | '1984-03-07T12:31:14.645+01:00[Europe/Stockholm]' |
      |  | datetime({year: 1984, quarter: 3, dayOfQuarter: 45, timezone: '+01:00'}) | '1984-08-14T00:00+01:00' |
      |  | datetime({year: 1984, ordinalDay: 202, hour: 12, timezone: '+01:00'}) | '1984-07-20T12:00+01:00' |
      |  | datetime({year: 1984}) | '1984-01-01T00:00Z' |
      |  | datetime.fromepoch(416779, 999999999) | '1970-01-05T19:46:19.999999999Z' |
      |  | datetime.fromepochmillis(237821673987) | '1977-07-15T13:34:33.987Z' |
      |  | duration({days: 14, hours: 16, minutes: 12}) | 'P14DT16H12M' |
      |  | duration({months: 5, days: 1.5}) | 'P5M1DT12H' |
      |  | duration({months: 0.75}) | 'P22DT19H51M49.5S' |
      |  | duration({weeks: 2.5}) | 'P17DT12H' |
      |  | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70}) | 'P12Y5M14DT16H13M10S' |
      |  | duration({days: 14, seconds: 70, milliseconds: 1}) | 'P14DT1M10.001S' |
      |  | duration({days: 14, seconds: 70, microseconds: 1}) | 'P14DT1M10.000001S' |
      |  | duration({days: 14, seconds: 70, nanoseconds: 1}) | 'P14DT1M10.000000001S' |
      |  | duration({seconds: 2, milliseconds: -1}) | 'PT1.999S' |
      |  | duration({seconds: -2, milliseconds: 1}) | 'PT-1.999S' |
      |  | duration({days: 1, milliseconds: -1}) | 'P1DT-0.001S' |
      |  | duration({seconds: 60, milliseconds: -1}) | 'PT59.999S' |
      |  | duration({seconds: -60, milliseconds: 1}) | 'PT-59.999S' |
      |  | duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) | 'P12Y11M29DT33H58M13.500000003S' |
      |  | date({year: 1984, month: 10, day: 11}) + duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70}) | '1997-03-25' |
      | WITH date({year: 1984, month: 10, day: 11}) AS x, duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) AS d | x + d | '1997-10-11' |
      | WITH date({year: 1984, month: 10, day: 11}) AS x, duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) AS d | x - d | '1971-10-12' |
      | WITH localtime({hour: 12, minute: 31, second: 14, nanosecond: 1}) AS x, duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2}) AS d | x + d | '04:44:24.000000003' |
      | WITH localtime({hour: 12, minute: 31, second: 14, nanosecond: 1}) AS x, duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2}) AS d | x - d | '20:18:03.999999999' |
      | WITH time({hour: 12, minute: 31, second: 14, nanosecond: 1, timezone: '+01:00'}) AS x, duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2}) AS d | x + d | '04:44:24.000000003+01:00' |
      | WITH time({hour: 12, minute: 31, second: 14, nanosecond: 1, timezone: '+01:00'}) AS x, duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2}) AS d | x - d | '20:18:03.999999999+01:00' |
      | WITH time({hour: 12, minute: 31, second: 14, nanosecond: 1, timezone: '+01:00'}) AS x, duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) AS d | x + d | '22:29:27.500000004+01:00' |
      | WITH time({hour: 12, minute: 31, second: 14, nanosecond: 1, timezone: '+01:00'}) AS x, duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) AS d | x - d | '02:33:00.499999998+01:00' |
      | WITH localdatetime({year: 1984, month: 10, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 1}) AS x, duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2}) AS d | x + d | '1997-03-26T04:44:24.000000003' |
      | WITH localdatetime({year: 1984, month: 10, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 1}) AS x, duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2}) AS d | x - d | '1972-04-26T20:18:03.999999999' |
      | WITH datetime({year: 1984, month: 10, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 1, timezone: '+01:00'}) AS x, duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) AS d | x + d | '1997-10-11T22:29:27.500000004+01:00' |
      | WITH datetime({year: 1984, month: 10, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 1, timezone: '+01:00'}) AS x, duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3}) AS d | x - d | '1971-10-12T02:33:00.499999998+01:00' |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS d | d | 'P12Y5M14DT16H13M10.000000001S' |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS d | d * 1 | 'P12Y5M14DT16H13M10.000000001S' |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS d | d * 2 | 'P24Y10M28DT32H26M20.000000002S' |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS d | d * 0.5 | 'P6Y2M22DT13H21M8S' |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS d | d / 2 | 'P6Y2M22DT13H21M8S' |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS d | d / 0.5 | 'P24Y10M28DT32H26M20.000000002S' |
      |  | duration.between(date('1984-10-11'), date('2015-06-24')) | 'P30Y8M13D' |
      |  | duration.between(date('1984-10-11'), localdatetime('2016-07-21T21:45:22.142')) | 'P31Y9M10DT21H45M22.142S' |
      |  | duration.between(date('1984-10-11'), datetime('2015-07-21T21:40:32.142+0100')) | 'P30Y9M10DT21H40M32.142S' |
      |  | duration.between(date('1984-10-11'), localtime('16:30')) | 'PT16H30M' |
      |  | duration.between(date('1984-10-11'), time('16:30+0100')) | 'PT16H30M' |
      |  | duration.between(localtime('14:30'), date('2015-06-24')) | 'PT-14H-30M' |
      |  | duration.between(localtime('14:30'), localdatetime('2016-07-21T21:45:22.142')) | 'PT7H15M22.142S' |
      |  | duration.between(localtime('14:30'), datetime('2015-07-21T21:40:32.142+0100')) | 'PT7H10M32.142S' |
      |  | duration.between(localtime('14:30'), localtime('16:30')) | 'PT2H' |
      |  | duration.between(localtime('14:30'), time('16:30+0100')) | 'PT2H' |
      |  | duration.between(time('14:30'), date('2015-06-24')) | 'PT-14H-30M' |
      |  | duration.between(time('14:30'), localdatetime('2016-07-21T21:45:22.142')) | 'PT7H15M22.142S' |
      |  | duration.between(time('14:30'), datetime('2015-07-21T21:40:32.142+0100')) | 'PT6H10M32.142S' |
      |  | duration.between(time('14:30'), localtime('16:30')) | 'PT2H' |
      |  | duration.between(time('14:30'), time('16:30+0100')) | 'PT1H' |
      |  | duration.between(localdatetime('2015-07-21T21:40:32.142'), date('2015-06-24')) | 'P-27DT-21H-40M-32.142S' |
      |  | duration.between(localdatetime('2015-07-21T21:40:32.142'), localdatetime('2016-07-21T21:45:22.142')) | 'P1YT4M50S' |
      |  | duration.between(localdatetime('2015-07-21T21:40:32.142'), datetime('2015-07-21T21:40:32.142+0100')) | 'PT0S' |
      |  | duration.between(localdatetime('2015-07-21T21:40:32.142'), localtime('16:30')) | 'PT-5H-10M-32.142S' |
      |  | duration.between(localdatetime('2015-07-21T21:40:32.142'), time('16:30+0100')) | 'PT-5H-10M-32.142S' |
      |  | duration.between(datetime('2014-07-21T21:40:36.143+0200'), date('2015-06-24')) | 'P11M2DT2H19M23.857S' |
      |  | duration.between(datetime('2014-07-21T21:40:36.143+0200'), localdatetime('2016-07-21T21:45:22.142')) | 'P2YT4M45.999S' |
      |  | duration.between(datetime('2014-07-21T21:40:36.143+0200'), datetime('2015-07-21T21:40:32.142+0100')) | 'P1YT59M55.999S' |
      |  | duration.between(datetime('2014-07-21T21:40:36.143+0200'), localtime('16:30')) | 'PT-5H-10M-36.143S' |
      |  | duration.between(datetime('2014-07-21T21:40:36.143+0200'), time('16:30+0100')) | 'PT-4H-10M-36.143S' |
      |  | duration.inMonths(date('1984-10-11'), date('2015-06-24')) | 'P30Y8M' |
      |  | duration.inMonths(date('1984-10-11'), localtime('16:30')) | 'PT0S' |
      |  | duration.inMonths(localtime('14:30'), date('2015-06-24')) | 'PT0S' |
      |  | duration.inMonths(datetime('2014-07-21T21:40:36.143+0200'), date('2015-06-24')) | 'P11M' |
      |  | duration.inMonths(datetime('2014-07-21T21:40:36.143+0200'), datetime('2015-07-21T21:40:32.142+0100')) | 'P1Y' |
      |  | duration.inDays(date('1984-10-11'), date('2015-06-24')) | 'P11213D' |
      |  | duration.inDays(date('1984-10-11'), localdatetime('2016-07-21T21:45:22.142')) | 'P11606D' |
      |  | duration.inDays(datetime('2014-07-21T21:40:36.143+0200'), localtime('16:30')) | 'PT0S' |
      |  | duration.inDays(localdatetime('2015-07-21T21:40:32.142'), date('2015-06-24')) | 'P-27D' |
      |  | duration.inDays(datetime('2014-07-21T21:40:36.143+0200'), date('2015-06-24')) | 'P337D' |
      |  | duration.inSeconds(date('1984-10-11'), date('2015-06-24')) | 'PT269112H' |
      |  | duration.inSeconds(date('1984-10-11'), localdatetime('2016-07-21T21:45:22.142')) | 'PT278565H45M22.142S' |
      |  | duration.inSeconds(date('1984-10-11'), localtime('16:30')) | 'PT16H30M' |
      |  | duration.inSeconds(localtime('14:30'), date('2015-06-24')) | 'PT-14H-30M' |
      |  | duration.inSeconds(localdatetime('2015-07-21T21:40:32.142'), date('2015-06-24')) | 'PT-669H-40M-32.142S' |
      |  | duration.inSeconds(datetime('2014-07-21T21:40:36.143+0200'), time('16:30+0100')) | 'PT-4H-10M-36.143S' |
      |  | duration.between(localdatetime('2018-01-01T12:00'), localdatetime('2018-01-02T10:00')) | 'PT22H' |
      |  | duration.between(localdatetime('2018-01-02T10:00'), localdatetime('2018-01-01T12:00')) | 'PT-22H' |
      |  | duration.between(date('2018-03-11'), date('2016-06-24')) | 'P-1Y-8M-17D' |
      |  | duration.between(date('2018-07-21'), date('2016-07-20')) | 'P-2Y-1D' |
      |  | duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'}), datetime({year: 2017, month: 10, day: 29, hour: 4, timezone: 'Europe/Stockholm'})) | 'PT5H' |
      |  | duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'}), localdatetime({year: 2017, month: 10, day: 29, hour: 4})) | 'PT5H' |
      |  | duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'}), localtime({hour: 4})) | 'PT5H' |
      |  | duration.inSeconds(date({year: 2017, month: 10, day: 29}), datetime({year: 2017, month: 10, day: 29, hour: 4, timezone: 'Europe/Stockholm'})) | 'PT5H' |
      |  | duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'}), date({year: 2017, month: 10, day: 30})) | 'PT25H' |
      |  | duration.between(date('-999999999-01-01'), date('+999999999-12-31')) | 'P1999999998Y11M30D' |
      |  | duration.inSeconds(localdatetime('-999999999-01-01'), localdatetime('+999999999-12-31T23:59:59')) | 'PT17531639991215H59M59S' |
      |  | duration.between(null, null) | null |
      |  | duration.inDays(null, date('2000')) | null |
      |  | duration.inMonths(date('1984-10-11'), localdatetime('2016-07-21T21:45:22.142')) | 'P31Y9M' |
      |  | duration.inMonths(localdatetime('2015-07-21T21:40:32.142'), datetime('2015-07-21T21:40:32.142+0100')) | 'PT0S' |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.year | 1984 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.quarter | 4 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.month | 10 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.week | 41 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.weekYear | 1984 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.day | 11 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.ordinalDay | 285 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.weekDay | 4 |
      | WITH date({year: 1984, month: 10, day: 11}) AS d | d.dayOfQuarter | 11 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.hour | 12 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.minute | 31 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.second | 14 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.millisecond | 645 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.microsecond | 645876 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.nanosecond | 645876123 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.timezone | 'Europe/Stockholm' |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.offset | '+01:00' |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.offsetMinutes | 60 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.offsetSeconds | 3600 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.epochSeconds | 469020674 |
      | WITH datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'}) AS d | d.epochMillis | 469020674645 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.years | 1 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.quarters | 5 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.months | 16 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.weeks | 1 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.days | 10 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.hours | 1 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.minutes | 61 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.seconds | 3661 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.milliseconds | 3661111 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.microseconds | 3661111111 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.nanoseconds | 3661111111111 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.quartersOfYear | 1 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.monthsOfQuarter | 1 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.monthsOfYear | 4 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.daysOfWeek | 3 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.minutesOfHour | 1 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.secondsOfMinute | 1 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.millisecondsOfSecond | 111 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.microsecondsOfSecond | 111111 |
      | WITH duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111}) AS d | d.nanosecondsOfSecond | 111111111 |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS a, duration({years: 12, months: -5, days: 14, hours: 16}) AS b | a + b | 'P24Y28DT32H13M10.000000001S' |
      | WITH duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1}) AS a, duration({years: 12, months: -5, days: 14, hours: 16}) AS b | a - b | 'P10MT13M10.000000001S' |
      |  | date(date({year: 1984, month: 11, day: 11})) | '1984-11-11' |
      |  | date(localdatetime({year: 1984, month: 11, day: 11, hour: 12})) | '1984-11-11' |
      |  | date(datetime({year: 1984, month: 11, day: 11, hour: 12, timezone: '+01:00'})) | '1984-11-11' |
      |  | date({date: date('1984-11-11'), year: 28}) | '0028-11-11' |
      |  | date({date: date('1984-11-11'), day: 28}) | '1984-11-28' |
      |  | date({date: date('1984-11-11'), week: 1}) | '1984-01-08' |
      |  | date({date: date('1984-11-11'), ordinalDay: 28}) | '1984-01-28' |
      |  | date({date: date('1984-11-11'), quarter: 3}) | '1984-08-11' |
      |  | localtime(time('12:31:14.645876+01:00')) | '12:31:14.645876' |
      |  | localtime({time: time('12:31:14.645876+01:00'), second: 42}) | '12:31:42.645876' |
      |  | time(localtime('12:31')) | '12:31Z' |
      |  | time({time: localtime('12:31:14'), timezone: '+05:00'}) | '12:31:14+05:00' |
      |  | time({time: time('12:00+01:00'), timezone: '+05:00'}) | '16:00+05:00' |
      |  | time({time: datetime('2000-01-01T12:00+01:00'), second: 42, timezone: '+05:00'}) | '16:00:42+05:00' |
      |  | localdatetime({date: date('1984-10-11'), time: time('12:31:14.645+01:00')}) | '1984-10-11T12:31:14.645' |
      |  | localdatetime({year: 1984, month: 10, day: 11, time: localtime('12:31')}) | '1984-10-11T12:31' |
      |  | localdatetime({date: date('1984-10-11'), hour: 10, minute: 10, second: 10}) | '1984-10-11T10:10:10' |
      |  | localdatetime({datetime: datetime('1984-10-11T12:00+01:00'), day: 28, second: 42}) | '1984-10-28T12:00:42' |
      |  | datetime({date: date('1984-10-11'), time: time('12:31:14.645+01:00')}) | '1984-10-11T12:31:14.645+01:00' |
      |  | datetime({date: date('1984-10-11'), time: time('12:31:14.645+01:00'), day: 28, second: 42, timezone: 'Pacific/Honolulu'}) | '1984-10-28T01:31:42.645-10:00[Pacific/Honolulu]' |
      |  | datetime({year: 1984, month: 10, day: 11, time: datetime('1984-03-07T12:00+01:00[Europe/Stockholm]')}) | '1984-10-11T12:00+01:00[Europe/Stockholm]' |
      |  | datetime({year: 1984, month: 10, day: 11, time: datetime('1984-03-07T12:00+01:00[Europe/Stockholm]'), timezone: '+05:00'}) | '1984-10-11T16:00+05:00' |
      |  | datetime({year: 1984, month: 10, day: 11, time: time('12:31:14.645876+01:00'), second: 42, timezone: '+05:00'}) | '1984-10-11T16:31:42.645876+05:00' |
      |  | datetime({datetime: localdatetime('1984-10-11T12:31'), timezone: 'Europe/Stockholm'}) | '1984-10-11T12:31+01:00[Europe/Stockholm]' |
      |  | datetime({datetime: datetime('1984-10-11T12:31+01:00'), timezone: '+05:00'}) | '1984-10-11T16:31+05:00' |
      |  | datetime(localdatetime('1984-10-11T12:31')) | '1984-10-11T12:31Z' |
      |  | datetime({date: datetime('1984-10-11T12:31+01:00'), hour: 10, timezone: '+05:00'}) | '1984-10-11T10:00+05:00' |
      |  | date('2000-01-01') < date('2001-01-01') | true |
      |  | date('2000') = date('2000-01-01') | true |
      |  | localtime('12:00') < localtime('13:00') | true |
      |  | time('10:00+01:00') < time('09:35:14.645876123+00:00') | true |
      |  | datetime('1980-12-11T12:31:14') < datetime('1984-10-11T12:31:14+01:00') | true |
      |  | duration('P1Y') = duration('P12M') | true |
      |  | duration('P1D') = duration('PT24H') | false |
      |  | duration('P1D') < duration('P2D') | null |
      |  | date('2000') = localdatetime('2000') | false |
      |  | date('2000') < localdatetime('2000') | null |
      |  | toString(duration({seconds: 2, milliseconds: -1})) | 'PT1.999S' |
      |  | toString(date('0001-01-01')) | '0001-01-01' |
      |  | toString(date('-0001-01-01')) | '-0001-01-01' |
      |  | toString(date('+12345-01-01')) | '+12345-01-01' |
      |  | date(null) | null |
      |  | datetime(null) | null |
      |  | duration(null) | null |
      |  | date.truncate('day', null) | null |
      |  | date.truncate(null, date()) | null |
      |  | duration.between(date('2015-01-31'), date('2015-03-01')) | 'P1M1D' |
      |  | date('2015-01-31') + duration('P1M') | '2015-02-28' |
      |  | date('2016-02-29') + duration('P1Y') | '2017-02-28' |
      |  | datetime('2017-10-29T02:30[Europe/Stockholm]') | '2017-10-29T02:30+02:00[Europe/Stockholm]' |
      |  | datetime('2017-03-26T02:30[Europe/Stockholm]') | '2017-03-26T03:30+02:00[Europe/Stockholm]' |
      |  | datetime('2017-10-29T02:30+01:00[Europe/Stockholm]') | '2017-10-29T02:30+01:00[Europe/Stockholm]' |
      |  | date.truncate('millennium', date({year: 2017, month: 10, day: 11}), {day: 2}) | '2000-01-02' |
      |  | date.truncate('century', datetime('1984-10-11T12:00+01:00')) | '1900-01-01' |
      |  | date.truncate('decade', localdatetime('1984-10-11T12:00'), {day: 2}) | '1980-01-02' |
      |  | date.truncate('weekYear', date('1984-01-01'), {day: 5}) | '1983-01-05' |
      |  | date.truncate('weekYear', date('1984-02-01'), {day: 2}) | '1984-01-02' |
      |  | date.truncate('quarter', date('1984-11-11'), {day: 2}) | '1984-10-02' |
      |  | date.truncate('month', date('1984-11-11')) | '1984-11-01' |
      |  | date.truncate('week', date('1984-10-11'), {dayOfWeek: 2}) | '1984-10-09' |
      |  | date.truncate('day', date('1984-10-11')) | '1984-10-11' |
      |  | localdatetime.truncate('millennium', date('2017-10-11'), {day: 2}) | '2000-01-02T00:00' |
      |  | localdatetime.truncate('hour', localdatetime('1984-10-11T12:31:14.645876123'), {nanosecond: 2}) | '1984-10-11T12:00:00.000000002' |
      |  | localdatetime.truncate('microsecond', datetime('1984-10-11T12:31:14.645876123+01:00'), {nanosecond: 2}) | '1984-10-11T12:31:14.645876002' |
      |  | localdatetime.truncate('day', datetime('1984-10-11T12:31:14.645876123+01:00'), {}) | '1984-10-11T00:00' |
      |  | localtime.truncate('day', localtime('12:31:14.645876123'), {nanosecond: 2}) | '00:00:00.000000002' |
      |  | localtime.truncate('millisecond', time('12:31:14.645876123+01:00'), {nanosecond: 2}) | '12:31:14.645000002' |
      |  | localtime.truncate('minute', datetime('1984-10-11T12:31:14.645876123-01:00')) | '12:31' |
      |  | time.truncate('day', localtime('12:31:14.645876123'), {nanosecond: 2}) | '00:00:00.000000002Z' |
      |  | time.truncate('second', time('12:31:14.645876123-01:00'), {timezone: '+01:00'}) | '12:31:14+01:00' |
      |  | time.truncate('hour', datetime('1984-10-11T12:31:14.645876123-01:00'), {timezone: '+01:00'}) | '12:00+01:00' |
      |  | datetime.truncate('millennium', date('2017-10-11'), {timezone: 'Europe/Stockholm'}) | '2000-01-01T00:00+01:00[Europe/Stockholm]' |
      |  | datetime.truncate('hour', datetime('1984-10-11T12:31:14.645876123-01:00'), {timezone: 'Europe/Stockholm'}) | '1984-10-11T12:00+01:00[Europe/Stockholm]' |

  Scenario Outline: [2] NumberOutOfRange at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArgumentError should be raised at runtime: NumberOutOfRange

    Examples:
      | query |
      | RETURN date({year: 2001, month: 2, day: 29}) |
      | RETURN date('+999999999-12-31') + duration('P1D') |
      | RETURN date('+999999999-12-31') + duration('PT24H') |
      | RETURN date('-999999999-01-01') - duration('P1D') |
      | RETURN localdatetime('+999999999-12-31T23:00') + duration('PT1H') |
      | RETURN datetime('+999999999-12-31T23:00[Europe/Berlin]') + duration({days: 9000000000000000000}) |

