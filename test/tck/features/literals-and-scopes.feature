Feature: literals-and-scopes

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
      |  | '\\u0041' | 'A' |
      |  | '' | '' |
      |  | "" | '' |
      |  | 'ĂĽ©☃' | 'ĂĽ©☃' |
      |  | true | true |
      |  | TRUE | true |
      |  | tRuE | true |
      |  | false | false |
      |  | null | null |
      |  | NULL | null |
      |  | 0o7 | 7 |
      |  | -0o7 | -7 |
      |  | 0o0 | 0 |
      |  | -0o0 | 0 |
      |  | -0x8000000000000000 | -9223372036854775808 |
      |  | -0o1000000000000000000000 | -9223372036854775808 |
      |  | -.1 | -0.1 |
      |  | .1e2 | 10.0 |
      |  | 1e3 | 1000.0 |
      |  | 1E3 | 1000.0 |
      |  | -1.5e-3 | -0.0015 |
      |  | .1e-5 | 1.0E-6 |
      |  | 1e+3 | 1000.0 |
      |  | 1e-400 | 0.0 |
      |  | 01 | 1 |
      |  | 1 + 2 * 3 ^ 2 / 9 % 4 - 1 | 2.0 |
      |  | NOT true = false | true |
      |  | NOT true AND false | false |
      |  | true OR true AND false | true |
      |  | true XOR true OR true | true |
      |  | [1] + [2] IN [[1,2]] | true |
      |  | 'a' + 'b' STARTS WITH 'a' | true |
      |  | 1 IN [1] = true | true |
      |  | 2 + 1 IN [3] | true |
      |  | null IS NULL = true | true |
      |  | NOT null IS NULL | false |
      |  | -[1][0] | -1 |
      |  | -{a:1}.a | -1 |
      |  | [1,2,3][0] IN [1] | true |
      | WITH 1 AS a, 2 AS b WITH a WHERE b > 1 | a | 1 |
      | WITH {b: 1} AS a | a.b | 1 |
      | WITH {b: 1} AS a | a | {b: 1} |
      | UNWIND [1,2] AS a | count(*) * 10 + 1 | 21 |
      | UNWIND [1,2] AS a | size([x IN collect(a) WHERE x > 1]) | 1 |
      | UNWIND [1,null,3] AS a | count(a) | 2 |
      | UNWIND [1,null,3] AS a | count(*) | 3 |
      | UNWIND [1,null,3] AS a | sum(a) | 4 |
      | UNWIND [1,null,3] AS a | avg(a) | 2.0 |
      | UNWIND [1,null,3] AS a | min(a) | 1 |
      | UNWIND [1,null,3] AS a | max(a) | 3 |
      | UNWIND [1,null,3] AS a | collect(a) | [1, 3] |
      | UNWIND [1,null,3] AS a | count(DISTINCT a) | 2 |
      | UNWIND [] AS a | count(a) | 0 |
      | UNWIND [] AS a | sum(a) | 0 |
      | UNWIND [] AS a | avg(a) | null |
      | UNWIND [] AS a | min(a) | null |
      | UNWIND [] AS a | collect(a) | [] |
      | UNWIND [] AS a | stDev(a) | 0.0 |
      | UNWIND [] AS a | percentileCont(a, 0.5) | null |
      | UNWIND [1, 'a', null, 2.5, [1], true, 0.0/0] AS a | min(a) | [1] |
      | UNWIND [1, 'a', null, 2.5, [1], true, 0.0/0] AS a | max(a) | NaN |
      | UNWIND ['b', 'a', null] AS a | min(a) | 'a' |
      | UNWIND ['b', 'a', null] AS a | max(a) | 'b' |
      | UNWIND [[1], [2], [1, 2]] AS a | min(a) | [1] |
      | UNWIND [[1], [2], [1, 2]] AS a | max(a) | [2] |
      | UNWIND [1, '1', 0.5, [0]] AS a | min(a) | [0] |
      | UNWIND [1, '1', 0.5, [0]] AS a | max(a) | 1 |
      | UNWIND [1,2,3,4] AS a | percentileDisc(a, 0.5) | 2 |
      | UNWIND [1,2,3,4] AS a | percentileCont(a, 0.5) | 2.5 |
      | UNWIND [1,2,3,4] AS a | percentileDisc(a, 0) | 1 |
      | UNWIND [1,2,3,4] AS a | percentileDisc(a, 1) | 4 |
      | UNWIND [3,0.0/0,1,2] AS a | percentileDisc(a, 0.5) | 2 |
      | UNWIND [1, 1.0, 2] AS a | count(DISTINCT a) | 2 |
      | WITH [1,2] AS x | [y IN x WHERE y > 1 \| y + size(x)] | [4] |
      | WITH 1 AS x | [x IN [10, 20] \| x] | [10, 20] |
      | WITH 1 AS x | x | 1 |
      | WITH 1 AS x | any(x IN [10] WHERE x = 10) | true |
      | WITH 1 AS x | x | 1 |
      | WITH 1 AS x | reduce(x = 0, y IN [1,2] \| x + y) | 3 |
      | WITH 1 AS x | x | 1 |
      | WITH [[1,2],[3]] AS l | [x IN l \| [y IN x \| y * 2]] | [[2, 4], [6]] |
      | WITH [[1,2],[3]] AS l | all(x IN l WHERE any(y IN x WHERE y > 1)) | true |
      |  | all(x IN [1,'a'] WHERE x > 0) | null |
      |  | CASE 'a' WHEN 1 THEN 2 WHEN 'a' THEN 3 END | 3 |
      |  | {a: 1}.a | 1 |
      |  | {a: {b: 2}}.a.b | 2 |
      |  | [{a: 3}][0].a | 3 |
      |  | keys({}) | [] |
      |  | 'a' IS NULL | false |
      |  | null IS NOT NULL | false |

  Scenario Outline: [2] UnexpectedSyntax at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

    Examples:
      | query |
      | RETURN {1a:1} |
      | RETURN {1B2c3e67:1} |
      | RETURN {12:1} |
      | RETURN {k1#k: 1} |
      | RETURN {k1.k: 1} |
      | RETURN {, } |
      | RETURN {1} |
      | RETURN {[]} |
      | RETURN {{}} |
      | RETURN {k: {k: {}} |
      | RETURN {k: 1, } |
      | RETURN [1, ] |
      | RETURN [, 1] |
      | RETURN [[[]] |
      | RETURN []] |
      | RETURN [1 2] |
      | RETURN [[',[]',']] |
      | RETURN [a b] |
      | RETURN 'abc |
      | RETURN 'abc" |
      | RETURN CASE END |
      | FOO |
      | RETURN |
      |  |
      | CALL db.labels() YIELD * RETURN label |

  Scenario Outline: [3] UndefinedVariable at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

    Examples:
      | query |
      | RETURN {k1: k2} |
      | RETURN a.b.c |
      | MATCH (n) RETURN m |
      | WITH 1 AS a WITH 2 AS b RETURN a |
      | WITH 1 AS a, a + 1 AS b RETURN b |
      | WITH 1 AS a RETURN a ORDER BY b |
      | WITH 1 AS a, 2 AS b RETURN DISTINCT a ORDER BY b |
      | WITH 1 AS a, 2 AS b WITH DISTINCT a WHERE b > 1 RETURN a |
      | WITH 1 AS a, 2 AS b WITH a, count(*) AS c WHERE b > 1 RETURN a |
      | CALL db.labels() YIELD foo RETURN foo |

  Scenario Outline: [4] IntegerOverflow at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: IntegerOverflow

    Examples:
      | query |
      | RETURN -0x8000000000000001 |
      | RETURN 0o1000000000000000000000 |

  Scenario Outline: [5] InvalidNumberLiteral at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidNumberLiteral

    Examples:
      | query |
      | RETURN 0o8 |
      | RETURN 0x1A2b3j4D5E6f7 |
      | RETURN 0x1A2B3c4Z5E6f7 |
      | RETURN 0o12z |

  Scenario Outline: [6] FloatingPointOverflow at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: FloatingPointOverflow

    Examples:
      | query |
      | RETURN 1.34E999 |
      | RETURN -1e309 |

  Scenario Outline: [7] InvalidAggregation at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

    Examples:
      | query |
      | UNWIND [1,2,3] AS a RETURN a % 2 AS p ORDER BY count(*) |

  Scenario Outline: [8] AmbiguousAggregationExpression at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

    Examples:
      | query |
      | UNWIND [1,2] AS a RETURN count(a) + a |
      | UNWIND [1,2] AS a RETURN a + 1, count(a) + (a + 1) |

  Scenario Outline: [9] MissingParameter at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ParameterMissing should be raised at compile time: MissingParameter

    Examples:
      | query |
      | UNWIND [1,2] AS a RETURN count(*) + $p |
      | UNWIND [1] AS a RETURN a SKIP $s |
      | RETURN $p |

  Scenario Outline: [10] NumberOutOfRange at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArgumentError should be raised at runtime: NumberOutOfRange

    Examples:
      | query |
      | UNWIND [1,2] AS a RETURN percentileDisc(a, 1.1) |
      | UNWIND [1,2] AS a RETURN percentileCont(a, -1) |
      | UNWIND [1,2] AS a RETURN percentileCont(a, 100) |

  Scenario Outline: [11] InvalidArgumentType at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at runtime: InvalidArgumentType

    Examples:
      | query |
      | UNWIND ['a'] AS a RETURN sum(a) |
      | UNWIND [true, 5] AS a WITH a WHERE a RETURN a |
      | UNWIND [{b: 'x'}] AS a OPTIONAL MATCH (n) WHERE a.b RETURN n |

  Scenario Outline: [12] IntegerOverflow at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArithmeticError should be raised at runtime: IntegerOverflow

    Examples:
      | query |
      | UNWIND [9223372036854775807, 1] AS a RETURN sum(a) |

  Scenario Outline: [13] DifferentColumnsInUnion at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: DifferentColumnsInUnion

    Examples:
      | query |
      | MATCH (a) RETURN a UNION MATCH (b) RETURN b |

  Scenario Outline: [14] InvalidArgumentType at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | query |
      | RETURN none(x IN ['a'] WHERE x % 2 = 0) |

  Scenario Outline: [15] InvalidClauseComposition at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidClauseComposition

    Examples:
      | query |
      | MATCH (n) WHERE exists(n.a) RETURN n UNWIND [1] AS x |
      | RETURN 1 RETURN 2 |
      | RETURN 1 MATCH (n) RETURN n |

  Scenario Outline: [16] ProcedureNotFound at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ProcedureError should be raised at compile time: ProcedureNotFound

    Examples:
      | query |
      | CALL foo.bar() |
      | CALL foo.bar() YIELD x RETURN x |

  Scenario Outline: [17] InvalidNumberOfArguments at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidNumberOfArguments

    Examples:
      | query |
      | CALL db.labels(1) |
      | CALL db.labels(count(*)) |

  Scenario Outline: [18] InvalidArgumentPassingMode at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentPassingMode

    Examples:
      | query |
      | CALL db.labels YIELD label RETURN label |

  Scenario Outline: [19] VariableAlreadyBound at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

    Examples:
      | query |
      | WITH 1 AS label CALL db.labels() YIELD label RETURN label |

