Feature: procedures, called alone and inside queries

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (:P {n: 1}), (:P {n: 2})
      """
    And there exists a procedure own.nothing() :: ():
      |
    And there exists a procedure own.list() :: (item :: STRING?):
      | item |
      | 'a'  |
      | 'b'  |
    And there exists a procedure own.look(key :: INTEGER?, name :: STRING?) :: (left :: STRING?, right :: INTEGER?) :
      | key  | name | left  | right |
      | 1    | 'x'  | 'one' | 10    |
      | 1    | 'x'  | 'uno' | 11    |
      | 2    | 'x'  | 'two' | 20    |
      | null | 'x'  | 'nil' | null  |
    And there exists a procedure own.float(in :: FLOAT?) :: (out :: STRING?):
      | in   | out     |
      | 42.0 | 'whole' |
      | 4.5  | 'half'  |
    And there exists a procedure own.number(in :: NUMBER?) :: (out :: STRING?):
      | in  | out    |
      | 42  | 'int'  |
      | 4.5 | 'real' |

  Scenario Outline: [1] A procedure without outputs answers nothing alone and passes rows on inside
    When executing query:
      """
      <call>
      """
    Then the result should be empty
    And no side effects

    Examples:
      | call               |
      | CALL own.nothing() |
      | CALL own.nothing   |

  Scenario: [2] Inside a query it keeps the rows
    When executing query:
      """
      MATCH (p:P) CALL own.nothing() RETURN p.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |

  Scenario: [3] Alone, all columns are answered in their order
    And parameters are:
      | key  | 1   |
      | name | 'x' |
    When executing query:
      """
      CALL own.look
      """
    Then the result should be, in order:
      | left  | right |
      | 'one' | 10    |
      | 'uno' | 11    |

  Scenario: [4] Columns are renamed, filtered and joined with rows
    When executing query:
      """
      MATCH (p:P) CALL own.look(p.n, 'x') YIELD right AS value, left WHERE value > 10 RETURN left, value
      """
    Then the result should be, in any order:
      | left  | value |
      | 'uno' | 11    |
      | 'two' | 20    |

  Scenario: [5] A null argument is a value like another
    When executing query:
      """
      CALL own.look(null, 'x') YIELD left, right RETURN left, right
      """
    Then the result should be, in any order:
      | left  | right |
      | 'nil' | null  |

  Scenario Outline: [6] An INTEGER fits FLOAT and NUMBER
    When executing query:
      """
      CALL <name>(<argument>) YIELD out RETURN out
      """
    Then the result should be, in any order:
      | out   |
      | <out> |

    Examples:
      | name       | argument | out     |
      | own.float  | 42       | 'whole' |
      | own.float  | 4.5      | 'half'  |
      | own.number | 42       | 'int'   |
      | own.number | 4.5      | 'real'  |

  Scenario Outline: [7] Errors are found before anything runs
    When executing query:
      """
      <query>
      """
    Then a <type> should be raised at compile time: <detail>

    Examples:
      | query                                                         | type             | detail                     |
      | CALL own.unknown()                                            | ProcedureError   | ProcedureNotFound          |
      | MATCH (p) CALL own.unknown() YIELD x RETURN p                 | ProcedureError   | ProcedureNotFound          |
      | CALL own.look(1)                                              | SyntaxError      | InvalidNumberOfArguments   |
      | CALL own.look(1, 'x', 2)                                      | SyntaxError      | InvalidNumberOfArguments   |
      | CALL own.look() YIELD left RETURN left                        | SyntaxError      | InvalidNumberOfArguments   |
      | CALL own.list(1) YIELD item RETURN item                       | SyntaxError      | InvalidNumberOfArguments   |
      | CALL own.look('1', 'x')                                       | SyntaxError      | InvalidArgumentType        |
      | CALL own.look(true, 'x') YIELD left RETURN left               | SyntaxError      | InvalidArgumentType        |
      | CALL own.float('x')                                           | SyntaxError      | InvalidArgumentType        |
      | CALL own.number([1])                                          | SyntaxError      | InvalidArgumentType        |
      | CALL own.look                                                 | ParameterMissing | MissingParameter           |
      | MATCH (p) CALL own.look YIELD left RETURN left                | SyntaxError      | InvalidArgumentPassingMode |
      | MATCH (p) CALL own.list() YIELD * RETURN p                    | SyntaxError      | UnexpectedSyntax           |
      | MATCH (item) CALL own.list() YIELD item RETURN item           | SyntaxError      | VariableAlreadyBound       |
      | CALL own.look(1, 'x') YIELD left AS a, right AS a RETURN a    | SyntaxError      | VariableAlreadyBound       |
      | CALL own.list() YIELD nope RETURN nope                        | SyntaxError      | UndefinedVariable          |
      | MATCH (p) CALL own.look(count(p), 'x') YIELD left RETURN left | SyntaxError      | InvalidAggregation         |
      | CALL own.look(n, 'x') YIELD left RETURN left                  | SyntaxError      | UndefinedVariable          |
