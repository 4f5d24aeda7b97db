Feature: shapes of graphs, counted and matched

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:V {n: 1})-[:T {w: 1}]->(b:V {n: 2})-[:T {w: 2}]->(c:V {n: 3})-[:T {w: 3}]->(a),
             (c)-[:T {w: 4}]->(c), (a)-[:U]->(b), (:Lone)
      """

  Scenario Outline: [1] How often a pattern is found
    When executing query:
      """
      MATCH <pattern> RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c   |
      | <c> |
    And no side effects

    Examples: one relationship, loops once without a direction
      | pattern                         | c |
      | ()                              | 4 |
      | ()-->()                         | 5 |
      | ()--()                          | 9 |
      | ()<--()                         | 5 |
      | ()<-->()                        | 9 |
      | (x)-->(x)                       | 1 |
      | (x)--(x)                        | 1 |
      | ()-[:T]->()                     | 4 |
      | ()-[:T]-()                      | 7 |
      | ()-[:T\|U]->()                  | 5 |
      | ()-[:T\|:U]->()                 | 5 |
      | ()-[:NONE]->()                  | 0 |
      | (:Lone)--()                     | 0 |
      | (:V {n: 3})-->()                | 2 |
      | (:V {n: 3})--()                 | 3 |
      | ()-[{w: 4}]-()                  | 1 |
      | ()-[{w: 3}]-()                  | 2 |

    Examples: several relationships, none of them twice
      | pattern                         | c  |
      | ()-->()-->()                    | 7  |
      | (x)-->()-->(x)                  | 0  |
      | (x)--()--(x)                    | 4  |
      | (x)-->()-->()-->(x)             | 6  |
      | (x)-[:T]->()-[:T]->()-[:T]->(x) | 3  |
      | (), ()                          | 16 |
      | ()-->(), ()-->()                | 20 |
      | (x)-->(), (x)-->()              | 4  |
      | (x:V)-->(y:V), (y)-->(x)        | 0  |

    Examples: walks of several lengths
      | pattern                         | c  |
      | ()-[*1]->()                     | 5  |
      | ()-[*2]->()                     | 7  |
      | ()-[*1..2]->()                  | 12 |
      | ()-[*0]->()                     | 4  |
      | ()-[*0..1]->()                  | 9  |
      | ()-[*..0]->()                   | 0  |
      | (:Lone)-[*0..]->()              | 1  |
      | (:Lone)-[*]->()                 | 0  |
      | (:V {n: 3})-[:T*]->()           | 8  |
      | (:V {n: 3})-[:T*]->({n: 3})     | 4  |
      | ()-[:T*2 {w: 4}]->()            | 0  |
      | ()-[:U*]-()                     | 2  |
      | (x)-[*3..2]->(x)                | 0  |
      | (x)-[:T]->()-[:T*0..1]->(x)     | 1  |

  Scenario Outline: [2] OPTIONAL MATCH keeps every row once where nothing is found
    When executing query:
      """
      MATCH (v<start>) OPTIONAL MATCH <pattern> RETURN count(*) AS rows, count(<what>) AS found
      """
    Then the result should be, in any order:
      | rows   | found   |
      | <rows> | <found> |

    Examples:
      | start        | pattern                            | what | rows | found |
      |              | (v)-->(o)                          | o    | 6    | 5     |
      | :Lone        | (v)-->(o)-->(p)                    | p    | 1    | 0     |
      | :V           | (v)-[:NONE]-(o)                    | o    | 3    | 0     |
      | :V           | (v)-[r*2]->(o)                     | r    | 7    | 7     |
      | :Lone        | (v)-[r*0..1]->(o)                  | o    | 1    | 1     |
      | :V           | (v)-->(o) WHERE o.n > 2            | o    | 3    | 2     |
      | :V           | (v)-->(v)                          | v    | 3    | 3     |
      | :V {n: 3}    | p = (v)-->(v)                      | p    | 1    | 1     |
      | :V {n: 1}    | p = (v)-->(v)                      | p    | 1    | 0     |
      | :V {n: 9}    | (v)-->(o)                          | o    | 0    | 0     |
      | :V           | (v)-->(o), (o)-->(v)               | o    | 3    | 0     |
      | :V           | (v)-->(o) WHERE v.n IS NULL        | o    | 3    | 0     |

  Scenario: [3] What an OPTIONAL MATCH did not find stays unbound for those after it
    When executing query:
      """
      MATCH (l:Lone) OPTIONAL MATCH (l)-[r]->(o) OPTIONAL MATCH (o)-->(p)
      OPTIONAL MATCH (x:V {n: 1})-[r]->(y)
      RETURN l, r, o, p, y, type(r) AS t, labels(o) AS ls, o.n AS n, [o] AS list, (o)-->() IS NULL AS none
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [4] Nulls of an OPTIONAL MATCH are nulls everywhere
    When executing query:
      """
      MATCH (l:Lone) OPTIONAL MATCH p = (l)-[r]->(o) OPTIONAL MATCH (o)-->(q)
      RETURN r, o, q, p, type(r) AS t, labels(o) AS ls, o.n AS n, nodes(p) AS ns, length(p) AS len,
        o = o AS same, o:V AS v, properties(r) AS ps, [o, 1] AS list, coalesce(o, 'x') AS c
      """
    Then the result should be, in any order:
      | r    | o    | q    | p    | t    | ls   | n    | ns   | len  | same | v    | ps   | list      | c   |
      | null | null | null | null | null | null | null | null | null | null | null | null | [null, 1] | 'x' |

  Scenario Outline: [5] Paths are equal where their elements are
    When executing query:
      """
      MATCH p = (:V {n: 1})-[:T]->(:V), q = <q> RETURN p = q AS same, p <> q AS other
      """
    Then the result should be, in any order:
      | same   | other   |
      | <same> | <other> |

    Examples:
      | q                                | same  | other |
      | (:V {n: 1})-[:U]->(:V)           | false | true  |
      | (:V {n: 2})-[:T]->()             | false | true  |
      | (:V {n: 2})<-[:U]-()             | false | true  |

  Scenario: [6] A path equals itself found again, but not the other way round
    When executing query:
      """
      MATCH p = (:V {n: 1})-[:T]->() MATCH q = (:V {n: 1})-[:T]->() MATCH r = (:V {n: 2})<-[:T]-()
      RETURN p = q AS again, p = r AS back, [p] = [q] AS listed, p IN [r, q] AS among
      """
    Then the result should be, in any order:
      | again | back  | listed | among |
      | true  | false | true   | true  |

  Scenario Outline: [7] FLOAT as text has an exponent below 0.001 and from 10,000,000 on
    When executing query:
      """
      RETURN toString(<number>) AS text, '' + <number> AS joined
      """
    Then the result should be, in any order:
      | text   | joined |
      | <text> | <text> |

    Examples:
      | number      | text              |
      | 1.0         | '1.0'             |
      | 0.0         | '0.0'             |
      | -0.0        | '-0.0'            |
      | 0.001       | '0.001'           |
      | 0.00099     | '9.9E-4'          |
      | 9999999.0   | '9999999.0'       |
      | 1e7         | '1.0E7'           |
      | -12345678.5 | '-1.23456785E7'   |
      | 1e21        | '1.0E21'          |
      | 1.0 / 3     | '0.3333333333333333' |
      | 0.0 / 0.0   | 'NaN'             |
      | 1.0 / 0.0   | 'Infinity'        |
      | -1.0 / 0.0  | '-Infinity'       |
      | 10000000    | '10000000'        |
