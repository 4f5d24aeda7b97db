Feature: expressions

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
      |  | [1,2,3][-1] | 3 |
      |  | [1,2,3][5] | null |
      |  | [1,2,3][1..] | [2, 3] |
      |  | [1,2,3][..-1] | [1, 2] |
      |  | [1,2,3][-2..] | [2, 3] |
      |  | [1,2,3][0..10] | [1, 2, 3] |
      |  | [1,2,3][null..2] | null |
      |  | [1,2,3][1..null] | null |
      |  | [1,2,3][3..1] | [] |
      |  | [1,2,3][-10..2] | [1, 2] |
      |  | [1,2,3][null] | null |
      |  | null[1] | null |
      |  | null[1..2] | null |
      | WITH {a: 1} AS m | m.b | null |
      | WITH null AS m | m.b | null |
      | WITH {a: 1} AS m | m['a'] | 1 |
      | WITH {a: 1} AS m | m['A'] | null |
      | WITH {a: 1} AS m | m[null] | null |
      |  | size(null) | null |
      |  | size([]) | 0 |
      |  | size('abc') | 3 |
      |  | 1.0/0 | Infinity |
      |  | -1.0/0 | -Infinity |
      |  | 0.0/0 | NaN |
      |  | -9223372036854775808 | -9223372036854775808 |
      |  | 0x7FFFFFFFFFFFFFFF | 9223372036854775807 |
      |  | 0o777777777777777777777 | 9223372036854775807 |
      |  | 0o17 | 15 |
      |  | 1e-9 | 1E-9 |
      |  | .5 | 0.5 |
      |  | 7 % 3 | 1 |
      |  | -7 % 3 | -1 |
      |  | 7 % -3 | 1 |
      |  | 7.5 % 2 | 1.5 |
      |  | 2 ^ 3 | 8.0 |
      |  | 2 ^ 3 ^ 2 | 64.0 |
      |  | 7/2 | 3 |
      |  | -7/2 | -3 |
      |  | 7/2.0 | 3.5 |
      |  | 1 + null | null |
      |  | null * 2 | null |
      |  | -null | null |
      |  | 'a' + 1 | 'a1' |
      |  | 1 + 'a' | '1a' |
      |  | 'a' + 1.5 | 'a1.5' |
      |  | [1] + 2 | [1, 2] |
      |  | 1 + [2] | [1, 2] |
      |  | [1] + [2] | [1, 2] |
      |  | [1] + null | null |
      |  | 1 < 'a' | null |
      |  | 1 = 'a' | false |
      |  | 1 = 1.0 | true |
      |  | [1] = [1.0] | true |
      |  | [null] = [1] | null |
      |  | [1, null] = [2, null] | false |
      |  | [1,2] = [1] | false |
      |  | {a: null} = {a: 1} | null |
      |  | {a: null, b: 1} = {a: 1, b: 2} | false |
      |  | null = null | null |
      |  | null <> null | null |
      |  | null < 1 | null |
      |  | [1,2] < [1,3] | true |
      |  | [1] < [1,0] | true |
      |  | [1, null] < [2] | true |
      |  | [null] < [1] | null |
      |  | [1,'a'] < [1,2] | null |
      |  | true < false | false |
      |  | false < true | true |
      |  | {a: 1} < {a: 2} | null |
      |  | 1 < 2 < 3 | true |
      |  | 1 < 3 < 2 | false |
      |  | 3 > 2 >= 2 = 2 | true |
      |  | 0.0/0.0 = 0.0/0.0 | false |
      |  | 0.0/0.0 <> 0.0/0.0 | true |
      |  | 0.0/0.0 > 1 | false |
      |  | 0.0/0.0 < 'a' | null |
      |  | 3 IN [1,2,3] | true |
      |  | 4 IN [1,null] | null |
      |  | null IN [1] | null |
      |  | null IN [] | false |
      |  | 3 IN null | null |
      |  | [1] IN [[1]] | true |
      |  | [null] IN [[1]] | null |
      |  | [null] IN [[1,2]] | false |
      |  | NOT null | null |
      |  | null AND false | false |
      |  | null AND true | null |
      |  | null OR true | true |
      |  | null OR false | null |
      |  | null XOR true | null |
      |  | 'a' STARTS WITH 1 | null |
      |  | 1 STARTS WITH 'a' | null |
      |  | null CONTAINS 'a' | null |
      |  | 'abc' CONTAINS '' | true |
      |  | 'abc' ENDS WITH 'bc' | true |
      |  | CASE 1 WHEN 1.0 THEN 'a' ELSE 'b' END | 'a' |
      |  | CASE null WHEN null THEN 'a' ELSE 'b' END | 'b' |
      |  | CASE WHEN null THEN 1 END | null |
      |  | coalesce(null, 1, 2) | 1 |
      |  | coalesce(null, null) | null |
      |  | toInteger('1.7') | 1 |
      |  | toInteger('abc') | null |
      |  | toInteger(1.9) | 1 |
      |  | toInteger(-1.9) | -1 |
      |  | toInteger('') | null |
      |  | toInteger('0x10') | null |
      |  | toInteger(null) | null |
      |  | toInteger(' 12 ') | 12 |
      |  | toFloat('1') | 1.0 |
      |  | toFloat('abc') | null |
      |  | toFloat(1) | 1.0 |
      |  | toFloat('1e3') | 1000.0 |
      |  | toFloat(null) | null |
      |  | toBoolean('true') | true |
      |  | toBoolean('TRUE') | true |
      |  | toBoolean('x') | null |
      |  | toBoolean('') | null |
      |  | toBoolean(true) | true |
      |  | toBoolean(null) | null |
      |  | sqrt(4) | 2.0 |
      |  | abs(-1) | 1 |
      |  | abs(-1.5) | 1.5 |
      |  | sign(-3) | -1 |
      |  | ceil(1.2) | 2.0 |
      |  | floor(-1.2) | -2.0 |
      |  | round(2.5) | 3.0 |
      |  | round(-2.5) | -2.0 |
      |  | round(1.5) | 2.0 |
      |  | round(0.49999999999999994) | 0.0 |
      |  | round(4503599627370497.0) | 4503599627370497.0 |
      |  | round(1.0e20, 2) | 1.0e20 |
      |  | round(0.00000015, 7) | 0.0000002 |
      |  | round(2.675, 2) | 2.68 |
      |  | round(-2.675, 2) | -2.68 |
      |  | round(1234.5, -2) | 1200.0 |
      |  | round(1.5, 500) | 1.5 |
      |  | round(1.5, -500) | 0.0 |
      |  | [x IN [-0.2] \| toString(round(x))] | ['0.0'] |
      |  | range(1,3) | [1, 2, 3] |
      |  | range(3,1) | [] |
      |  | range(3,1,-1) | [3, 2, 1] |
      |  | range(0,10,3) | [0, 3, 6, 9] |
      |  | range(1,1) | [1] |
      |  | head([]) | null |
      |  | last([]) | null |
      |  | tail([]) | [] |
      |  | head(null) | null |
      |  | reverse([1,2]) | [2, 1] |
      |  | reverse('ab') | 'ba' |
      |  | reverse(null) | null |
      |  | substring('hello', 1) | 'ello' |
      |  | substring('hello', 1, 2) | 'el' |
      |  | substring('hello', 10) | '' |
      |  | substring(null, 1) | null |
      |  | substring('hello', 0, 100) | 'hello' |
      |  | left('hello', 2) | 'he' |
      |  | right('hello', 2) | 'lo' |
      |  | left(null, 1) | null |
      |  | left('a', 10) | 'a' |
      |  | right('a', 10) | 'a' |
      |  | trim('  a ') | 'a' |
      |  | ltrim('  a ') | 'a ' |
      |  | rtrim('  a ') | '  a' |
      |  | toUpper('a') | 'A' |
      |  | toLower('A') | 'a' |
      |  | replace('abc', 'b', 'x') | 'axc' |
      |  | replace('abc', 'b', null) | null |
      |  | all(x IN [] WHERE x > 1) | true |
      |  | any(x IN [] WHERE true) | false |
      |  | none(x IN [] WHERE true) | true |
      |  | single(x IN [] WHERE true) | false |
      |  | all(x IN null WHERE true) | null |
      |  | any(x IN [null] WHERE x > 1) | null |
      |  | none(x IN [null, 2] WHERE x > 1) | false |
      |  | single(x IN [null, 2] WHERE x > 1) | null |
      |  | all(x IN [null, 0] WHERE x > 1) | false |
      |  | [x IN [1,2,3] WHERE x > 1 \| x * 2] | [4, 6] |
      |  | [x IN [1,2]] | [1, 2] |
      |  | [x IN [1,2] WHERE x > 1] | [2] |
      |  | reduce(s = 0, x IN [1,2,3] \| s + x) | 6 |
      |  | reduce(s = '', x IN [] \| s + x) | '' |
      |  | reduce(s = 0, x IN null \| s) | null |
      |  | keys({a: 1, b: null}) | ['a', 'b'] |
      |  | keys(null) | null |
      |  | properties({a: 1}) | {a: 1} |
      |  | properties(null) | null |
      |  | type(null) | null |
      |  | labels(null) | null |
      |  | id(null) | null |
      |  | nodes(null) | null |
      |  | length(null) | null |
      |  | startNode(null) | null |
      |  | 'a' =~ 'A' | false |
      |  | 'a' =~ '(?i)A' | true |
      |  | null =~ 'a' | null |
      |  | 'abc' =~ 'ab' | false |
      | UNWIND [1,2] AS x WITH x ORDER BY x DESC | collect(x) | [2, 1] |
      | UNWIND 1 AS x | x | 1 |

  Scenario Outline: [2] ListElementAccessByNonInteger at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at runtime: ListElementAccessByNonInteger

    Examples:
      | query |
      | WITH [1,2,3] AS l, 1.0 AS i RETURN l[i] |
      | WITH [1,2,3] AS l, 'x' AS i RETURN l[i] |

  Scenario Outline: [3] MapElementAccessByNonString at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at runtime: MapElementAccessByNonString

    Examples:
      | query |
      | WITH {a: 1} AS m, 0 AS i RETURN m[i] |

  Scenario Outline: [4] InvalidArgumentType at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at runtime: InvalidArgumentType

    Examples:
      | query |
      | WITH true AS l, 1 AS i RETURN l[i] |

  Scenario Outline: [5] InvalidArgumentType at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at compile time: InvalidArgumentType

    Examples:
      | query |
      | WITH 123 AS m RETURN m.b |

  Scenario Outline: [6] DivisionByZero at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArithmeticError should be raised at runtime: DivisionByZero

    Examples:
      | query |
      | RETURN 1/0 |
      | RETURN 1%0 |

  Scenario Outline: [7] IntegerOverflow at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArithmeticError should be raised at runtime: IntegerOverflow

    Examples:
      | query |
      | RETURN 9223372036854775807 + 1 |

  Scenario Outline: [8] IntegerOverflow at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: IntegerOverflow

    Examples:
      | query |
      | RETURN 9223372036854775808 |
      | RETURN -9223372036854775809 |
      | RETURN 0x8000000000000000 |

  Scenario Outline: [9] FloatingPointOverflow at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: FloatingPointOverflow

    Examples:
      | query |
      | RETURN 1e400 |

  Scenario Outline: [10] InvalidNumberLiteral at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidNumberLiteral

    Examples:
      | query |
      | RETURN 12abc |
      | RETURN 0x |
      | RETURN 0xG |
      | RETURN 9223372h54775808 |

  Scenario Outline: [11] UnexpectedSyntax at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

    Examples:
      | query |
      | RETURN 9223372#54775808 |
      | MATCH (n) RETURN (n)-->() |

  Scenario Outline: [12] InvalidUnicodeLiteral at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidUnicodeLiteral

    Examples:
      | query |
      | RETURN '\\uH' |

  Scenario Outline: [13] InvalidArgumentType at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | query |
      | RETURN 1 IN 'x' |
      | RETURN true AND 1 |
      | RETURN NOT 1 |
      | RETURN properties(1) |
      | RETURN 1 LIMIT 1.5 |
      | MATCH (n) WHERE 1 RETURN n |

  Scenario Outline: [14] InvalidArgumentValue at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at runtime: InvalidArgumentValue

    Examples:
      | query |
      | RETURN toInteger([]) |
      | WITH [true] AS l RETURN [x IN l \| toFloat(x)] |
      | WITH [1.0] AS l RETURN [x IN l \| toBoolean(x)] |
      | WITH [{}] AS l RETURN [x IN l \| toBoolean(x)] |
      | WITH [[]] AS l RETURN [x IN l \| toString(x)] |

  Scenario Outline: [15] NumberOutOfRange at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArgumentError should be raised at runtime: NumberOutOfRange

    Examples:
      | query |
      | RETURN range(1,3,0) |

  Scenario Outline: [16] InvalidArgumentType at runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArgumentError should be raised at runtime: InvalidArgumentType

    Examples:
      | query |
      | WITH 1.0 AS x RETURN range(x, 3) |

  Scenario Outline: [17] UnknownFunction at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: UnknownFunction

    Examples:
      | query |
      | RETURN foo(1) |

  Scenario Outline: [18] InvalidNumberOfArguments at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidNumberOfArguments

    Examples:
      | query |
      | RETURN abs() |

  Scenario Outline: [19] UndefinedVariable at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

    Examples:
      | query |
      | RETURN x |
      | MATCH (n) WHERE (n)-->(m) RETURN n |
      | MATCH (n) RETURN count(*) AS c ORDER BY n |
      | MATCH (n) WITH n.a AS a RETURN n |

  Scenario Outline: [20] NestedAggregation at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: NestedAggregation

    Examples:
      | query |
      | RETURN count(count(*)) |

  Scenario Outline: [21] NonConstantExpression at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: NonConstantExpression

    Examples:
      | query |
      | RETURN count(rand()) |
      | UNWIND [1] AS x RETURN x LIMIT x |

  Scenario Outline: [22] NoVariablesInScope at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: NoVariablesInScope

    Examples:
      | query |
      | RETURN * |

  Scenario Outline: [23] ColumnNameConflict at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: ColumnNameConflict

    Examples:
      | query |
      | RETURN 1 AS a, 2 AS a |
      | WITH 1 AS a, 2 AS a RETURN a |

  Scenario Outline: [24] NoExpressionAlias at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: NoExpressionAlias

    Examples:
      | query |
      | WITH 1 RETURN 1 |

  Scenario Outline: [25] NegativeIntegerArgument at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: NegativeIntegerArgument

    Examples:
      | query |
      | RETURN 1 SKIP -1 |

  Scenario Outline: [26] DifferentColumnsInUnion at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: DifferentColumnsInUnion

    Examples:
      | query |
      | RETURN 1 AS a UNION RETURN 2 AS b |

  Scenario Outline: [27] InvalidClauseComposition at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidClauseComposition

    Examples:
      | query |
      | RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a |
      | MATCH (n) |

  Scenario Outline: [28] VariableTypeConflict at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

    Examples:
      | query |
      | MATCH (n)-[n]->() RETURN n |
      | WITH 1 AS n MATCH (n) RETURN n |

  Scenario Outline: [29] RelationshipUniquenessViolation at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: RelationshipUniquenessViolation

    Examples:
      | query |
      | MATCH (n)-[r]->()-[r]->() RETURN n |

  Scenario Outline: [30] VariableAlreadyBound at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

    Examples:
      | query |
      | MATCH r = ()-[r]->() RETURN r |
      | MATCH p = (), p = () RETURN p |
      | MATCH (p), p = () RETURN p |
      | UNWIND [1] AS x UNWIND [x] AS x RETURN x |

  Scenario Outline: [31] InvalidParameterUse at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidParameterUse

    Examples:
      | query |
      | MATCH (n $param) RETURN n |
      | MATCH ()-[r $param]->() RETURN r |

  Scenario Outline: [32] AmbiguousAggregationExpression at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

    Examples:
      | query |
      | MATCH (n) RETURN n.x + count(*) |
      | MATCH (n) RETURN n.x + n.y, n.x + n.y + count(*) |

  Scenario Outline: [33] InvalidAggregation at compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

    Examples:
      | query |
      | MATCH (n) WHERE count(n) > 1 RETURN n |
      | MATCH (n) RETURN [x IN [1] \| count(n)] |
      | MATCH (n) RETURN n ORDER BY count(n) |

