Feature: every statement that may set a scenario up

  Scenario: [1] UNWIND, MATCH and CREATE, several statements, comments
    Given an empty graph
    And having executed:
      """
      // three nodes
      UNWIND range(1, 3) AS i
      CREATE (:N {i: i, text: 'a;b'});
      MATCH (a:N), (b:N) WHERE a.i + 1 = b.i
      CREATE (a)-[:NEXT {sum: a.i + b.i}]->(b), (b)<-[:BACK]-(:Extra:`Other label` {of: b.i});
      """
    When executing query:
      """
      MATCH (a)-[r]->(b) RETURN type(r) AS type, r.sum AS sum, labels(a) AS labels, b.i AS i
      """
    Then the result should be, in any order:
      | type   | sum  | labels                   | i |
      | 'NEXT' | 3    | ['N']                    | 2 |
      | 'NEXT' | 5    | ['N']                    | 3 |
      | 'BACK' | null | ['Extra', 'Other label'] | 2 |
      | 'BACK' | null | ['Extra', 'Other label'] | 3 |

  Scenario: [2] MERGE finds before it creates
    Given an empty graph
    And having executed:
      """
      UNWIND [1, 2, 1] AS i
      MERGE (n:N {i: i}) ON CREATE SET n.made = true, n:New ON MATCH SET n.again = i
      MERGE (m:M)
      MERGE (n)-[r:OF]->(m)
      """
    When executing query:
      """
      MATCH (n:N)-[r]->(m:M) RETURN n, count(r) AS size, count(DISTINCT m) AS hubs
      """
    Then the result should be, in any order:
      | n                                   | size | hubs |
      | (:N:New {i: 1, made: true, again: 1}) | 1    | 1    |
      | (:N:New {i: 2, made: true})           | 1    | 1    |

  Scenario: [3] SET and REMOVE
    Given an empty graph
    And parameters are:
      | given | {x: 1} |
    And having executed:
      """
      CREATE (a:A {x: 0, gone: 1})-[r:R {w: 1}]->(b:B), (c:C {old: true})
      SET a.x = a.x + 5, (b).name = 'b;', r.w = null, r += {v: [1, 2]}
      SET c = $given
      SET c:D:E
      REMOVE a.gone, c:C
      WITH c, a WHERE a.x STARTS WITH 'n' OR a.x = 5
      SET c += {found: a.x}
      RETURN c
      """
    When executing query:
      """
      MATCH (a:A)-[r]->(b), (c:D) RETURN a, r, b, c
      """
    Then the result should be, in any order:
      | a           | r                | b                | c                       |
      | (:A {x: 5}) | [:R {v: [1, 2]}] | (:B {name: 'b;'}) | (:D:E {x: 1, found: 5}) |

  Scenario: [4] DELETE, DETACH DELETE and FOREACH
    Given an empty graph
    And having executed:
      """
      FOREACH (i IN [1, 2, 3] | CREATE (:N {i: i})-[:R]->(:M {i: i}) )
      """
    And having executed:
      """
      MATCH (n:N {i: 1})-[r]->() DELETE r
      """
    And having executed:
      """
      MATCH (n:N {i: 2}) DETACH DELETE n
      """
    When executing query:
      """
      MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n)[0] AS label, n.i AS i, m.i AS to ORDER BY label, i
      """
    Then the result should be, in order:
      | label | i | to   |
      | 'M'   | 1 | null |
      | 'M'   | 2 | null |
      | 'M'   | 3 | null |
      | 'N'   | 1 | null |
      | 'N'   | 3 | 3    |

  Scenario: [5] Lists as bags, in order and not
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN x, [3, x, 1] AS list ORDER BY x
      """
    Then the result should be, in order (ignoring element order for lists):
      | x | list      |
      | 1 | [1, 1, 3] |
      | 2 | [1, 2, 3] |

  Scenario: [6] A path outlasts what is written after it, and can be deleted
    Given an empty graph
    And having executed:
      """
      CREATE p = (a:A)-[:T]->(:B)<-[:T]-(:C), (:Kept)-[:T]->(:Gone)
      WITH p, a
      MATCH q = (a)-->()
      SET a.hops = length(p), a.first = length(q)
      CREATE (:Copy {nodes: size(nodes(p)), labels: [n IN nodes(p) | head(labels(n))]});
      MATCH r = (:Kept)-->() DELETE r CREATE (:After)
      """
    When executing query:
      """
      MATCH (n) RETURN n
      """
    Then the result should be, in any order:
      | n                                          |
      | (:A {hops: 2, first: 1})                   |
      | (:B)                                       |
      | (:C)                                       |
      | (:Copy {nodes: 3, labels: ['A', 'B', 'C']}) |
      | (:After)                                   |
