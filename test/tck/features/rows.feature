Feature: ordering, grouping, unions

  Background:
    Given an empty graph

  Scenario: [1] WITH 1 AS a, 2 AS b RETURN a ORDER BY b
    When executing query:
      """
      WITH 1 AS a, 2 AS b RETURN a ORDER BY b
      """
    Then the result should be, in order:
      | a |
      | 1 |
    And no side effects

  Scenario: [2] UNWIND [1,2,3] AS a WITH a AS b ORDER BY a DESC LIMIT 2 RETURN b
    When executing query:
      """
      UNWIND [1,2,3] AS a WITH a AS b ORDER BY a DESC LIMIT 2 RETURN b
      """
    Then the result should be, in order:
      | b |
      | 3 |
      | 2 |
    And no side effects

  Scenario: [3] UNWIND [3,1,2] AS a WITH DISTINCT a AS b ORDER BY a RETURN b
    When executing query:
      """
      UNWIND [3,1,2] AS a WITH DISTINCT a AS b ORDER BY a RETURN b
      """
    Then the result should be, in order:
      | b |
      | 1 |
      | 2 |
      | 3 |
    And no side effects

  Scenario: [4] UNWIND [1,2,3] AS a RETURN a % 2 AS p, sum(a) AS s ORDER BY p, s
    When executing query:
      """
      UNWIND [1,2,3] AS a RETURN a % 2 AS p, sum(a) AS s ORDER BY p, s
      """
    Then the result should be, in order:
      | p | s |
      | 0 | 2 |
      | 1 | 4 |
    And no side effects

  Scenario: [5] UNWIND [1,2,3] AS a RETURN a % 2, sum(a) ORDER BY a % 2
    When executing query:
      """
      UNWIND [1,2,3] AS a RETURN a % 2, sum(a) ORDER BY a % 2
      """
    Then the result should be, in order:
      | a % 2 | sum(a) |
      | 0 | 2 |
      | 1 | 4 |
    And no side effects

  Scenario: [6] UNWIND [1,2,3] AS a RETURN a % 2, sum(a) ORDER BY sum(a) DESC
    When executing query:
      """
      UNWIND [1,2,3] AS a RETURN a % 2, sum(a) ORDER BY sum(a) DESC
      """
    Then the result should be, in order:
      | a % 2 | sum(a) |
      | 1 | 4 |
      | 0 | 2 |
    And no side effects

  Scenario: [7] UNWIND [1,2] AS a RETURN a, count(a) + a
    When executing query:
      """
      UNWIND [1,2] AS a RETURN a, count(a) + a
      """
    Then the result should be, in any order:
      | a | count(a) + a |
      | 1 | 2 |
      | 2 | 3 |
    And no side effects

  Scenario: [8] WITH {b: 1} AS a RETURN a.b, count(*) + a.b
    When executing query:
      """
      WITH {b: 1} AS a RETURN a.b, count(*) + a.b
      """
    Then the result should be, in any order:
      | a.b | count(*) + a.b |
      | 1 | 2 |
    And no side effects

  Scenario: [9] WITH {b: 1} AS a RETURN a, count(*) + a.b
    When executing query:
      """
      WITH {b: 1} AS a RETURN a, count(*) + a.b
      """
    Then the result should be, in any order:
      | a | count(*) + a.b |
      | {b: 1} | 2 |
    And no side effects

  Scenario: [10] WITH {b: 1} AS a RETURN a.b AS x, count(*) + a.b
    When executing query:
      """
      WITH {b: 1} AS a RETURN a.b AS x, count(*) + a.b
      """
    Then the result should be, in any order:
      | x | count(*) + a.b |
      | 1 | 2 |
    And no side effects

  Scenario: [11] UNWIND [1,2] AS a RETURN count(*) * 10 + 1
    When executing query:
      """
      UNWIND [1,2] AS a RETURN count(*) * 10 + 1
      """
    Then the result should be, in any order:
      | count(*) * 10 + 1 |
      | 21 |
    And no side effects

  Scenario: [12] UNWIND [1,2] AS a RETURN [x IN [a] | x] AS l, count(*)
    When executing query:
      """
      UNWIND [1,2] AS a RETURN [x IN [a] | x] AS l, count(*)
      """
    Then the result should be, in any order:
      | l | count(*) |
      | [1] | 1 |
      | [2] | 1 |
    And no side effects

  Scenario: [13] UNWIND [1,null,3] AS a RETURN count(a), count(*), sum(a), avg(a), min(a), max(a)
    When executing query:
      """
      UNWIND [1,null,3] AS a RETURN count(a), count(*), sum(a), avg(a), min(a), max(a), collect(a), count(DISTINCT a)
      """
    Then the result should be, in any order:
      | count(a) | count(*) | sum(a) | avg(a) | min(a) | max(a) | collect(a) | count(DISTINCT a) |
      | 2 | 3 | 4 | 2.0 | 1 | 3 | [1, 3] | 2 |
    And no side effects

  Scenario: [14] UNWIND [] AS a RETURN count(a), sum(a), avg(a), min(a), collect(a), stDev(a), pe
    When executing query:
      """
      UNWIND [] AS a RETURN count(a), sum(a), avg(a), min(a), collect(a), stDev(a), percentileCont(a, 0.5)
      """
    Then the result should be, in any order:
      | count(a) | sum(a) | avg(a) | min(a) | collect(a) | stDev(a) | percentileCont(a, 0.5) |
      | 0 | 0 | null | null | [] | 0.0 | null |
    And no side effects

  Scenario: [15] UNWIND [1, 1.0, 2] AS a RETURN count(DISTINCT a)
    When executing query:
      """
      UNWIND [1, 1.0, 2] AS a RETURN count(DISTINCT a)
      """
    Then the result should be, in any order:
      | count(DISTINCT a) |
      | 2 |
    And no side effects

  Scenario: [16] UNWIND [null, null] AS a RETURN DISTINCT a
    When executing query:
      """
      UNWIND [null, null] AS a RETURN DISTINCT a
      """
    Then the result should be, in any order:
      | a |
      | null |
    And no side effects

  Scenario: [17] UNWIND [1, 1.0] AS a RETURN DISTINCT a
    When executing query:
      """
      UNWIND [1, 1.0] AS a RETURN DISTINCT a
      """
    Then the result should be, in any order:
      | a |
      | 1 |
    And no side effects

  Scenario: [18] UNWIND [[1], [1.0]] AS a RETURN DISTINCT a
    When executing query:
      """
      UNWIND [[1], [1.0]] AS a RETURN DISTINCT a
      """
    Then the result should be, in any order:
      | a |
      | [1] |
    And no side effects

  Scenario: [19] UNWIND [1.5, 'a', null, true, [1], {a: 1}, 3, 0.0/0] AS a RETURN a ORDER BY a
    When executing query:
      """
      UNWIND [1.5, 'a', null, true, [1], {a: 1}, 3, 0.0/0] AS a RETURN a ORDER BY a
      """
    Then the result should be, in order:
      | a |
      | {a: 1} |
      | [1] |
      | 'a' |
      | true |
      | 1.5 |
      | 3 |
      | NaN |
      | null |
    And no side effects

  Scenario: [20] UNWIND [1.5, 'a', null, true, [1], {a: 1}, 3, 0.0/0] AS a RETURN a ORDER BY a DE
    When executing query:
      """
      UNWIND [1.5, 'a', null, true, [1], {a: 1}, 3, 0.0/0] AS a RETURN a ORDER BY a DESC
      """
    Then the result should be, in order:
      | a |
      | null |
      | NaN |
      | 3 |
      | 1.5 |
      | true |
      | 'a' |
      | [1] |
      | {a: 1} |
    And no side effects

  Scenario: [21] UNWIND [[], ['a'], ['a', 1], [1], [1, 'a'], [1, null], [null, 1], [null, 2]] AS 
    When executing query:
      """
      UNWIND [[], ['a'], ['a', 1], [1], [1, 'a'], [1, null], [null, 1], [null, 2]] AS a RETURN a ORDER BY a
      """
    Then the result should be, in order:
      | a |
      | [] |
      | ['a'] |
      | ['a', 1] |
      | [1] |
      | [1, 'a'] |
      | [1, null] |
      | [null, 1] |
      | [null, 2] |
    And no side effects

  Scenario: [22] UNWIND [true, false] AS a RETURN a ORDER BY a
    When executing query:
      """
      UNWIND [true, false] AS a RETURN a ORDER BY a
      """
    Then the result should be, in order:
      | a |
      | false |
      | true |
    And no side effects

  Scenario: [23] UNWIND [3,1,2] AS a RETURN a ORDER BY a SKIP 1 LIMIT 1
    When executing query:
      """
      UNWIND [3,1,2] AS a RETURN a ORDER BY a SKIP 1 LIMIT 1
      """
    Then the result should be, in order:
      | a |
      | 2 |
    And no side effects

  Scenario: [24] UNWIND [3,1,2] AS a RETURN a ORDER BY -a
    When executing query:
      """
      UNWIND [3,1,2] AS a RETURN a ORDER BY -a
      """
    Then the result should be, in order:
      | a |
      | 3 |
      | 2 |
      | 1 |
    And no side effects

  Scenario: [25] UNWIND [3,1,2] AS a WITH a ORDER BY a RETURN a SKIP toInteger(rand()) LIMIT toIn
    When executing query:
      """
      UNWIND [3,1,2] AS a WITH a ORDER BY a RETURN a SKIP toInteger(rand()) LIMIT toInteger(ceil(1.7))
      """
    Then the result should be, in order:
      | a |
      | 1 |
      | 2 |
    And no side effects

  Scenario: [26] RETURN 1 AS x UNION RETURN 1 AS x
    When executing query:
      """
      RETURN 1 AS x UNION RETURN 1 AS x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
    And no side effects

  Scenario: [27] RETURN 1 AS x UNION ALL RETURN 1 AS x
    When executing query:
      """
      RETURN 1 AS x UNION ALL RETURN 1 AS x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 1 |
    And no side effects

  Scenario: [28] RETURN 1 AS x UNION RETURN 1.0 AS x
    When executing query:
      """
      RETURN 1 AS x UNION RETURN 1.0 AS x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
    And no side effects

  Scenario: [29] RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 1 AS x
    When executing query:
      """
      RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 1 AS x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 2 |
    And no side effects

