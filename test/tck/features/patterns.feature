Feature: patterns

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {name: 'a', num: 1})-[:R {w: 1}]->(b:B {name: 'b', num: 2}),
        (b)-[:R {w: 2}]->(c:C {name: 'c'})-[:S]->(a), (a)-[:LOOP]->(a), (:D:A {name: 'd'})
      """

  Scenario: [1] MATCH (n) RETURN count(*)
    When executing query:
      """
      MATCH (n) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 4 |
    And no side effects

  Scenario: [2] MATCH (n:A) RETURN n.name
    When executing query:
      """
      MATCH (n:A) RETURN n.name
      """
    Then the result should be, in any order:
      | n.name |
      | 'a' |
      | 'd' |
    And no side effects

  Scenario: [3] MATCH (n:A:D) RETURN n.name
    When executing query:
      """
      MATCH (n:A:D) RETURN n.name
      """
    Then the result should be, in any order:
      | n.name |
      | 'd' |
    And no side effects

  Scenario: [4] MATCH (n) WHERE n:A AND NOT n:D RETURN n.name
    When executing query:
      """
      MATCH (n) WHERE n:A AND NOT n:D RETURN n.name
      """
    Then the result should be, in any order:
      | n.name |
      | 'a' |
    And no side effects

  Scenario: [5] MATCH ()-[r]-() RETURN count(r)
    When executing query:
      """
      MATCH ()-[r]-() RETURN count(r)
      """
    Then the result should be, in any order:
      | count(r) |
      | 7 |
    And no side effects

  Scenario: [6] MATCH ()-[r]->() RETURN count(r)
    When executing query:
      """
      MATCH ()-[r]->() RETURN count(r)
      """
    Then the result should be, in any order:
      | count(r) |
      | 4 |
    And no side effects

  Scenario: [7] MATCH ()<-[r]->() RETURN count(r)
    When executing query:
      """
      MATCH ()<-[r]->() RETURN count(r)
      """
    Then the result should be, in any order:
      | count(r) |
      | 7 |
    And no side effects

  Scenario: [8] MATCH (a)--(b) RETURN count(*)
    When executing query:
      """
      MATCH (a)--(b) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 7 |
    And no side effects

  Scenario: [9] MATCH (a)<-->(b) RETURN count(*)
    When executing query:
      """
      MATCH (a)<-->(b) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 7 |
    And no side effects

  Scenario: [10] MATCH (a)-[r:R|S]->(b) RETURN count(*)
    When executing query:
      """
      MATCH (a)-[r:R|S]->(b) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 3 |
    And no side effects

  Scenario: [11] MATCH (a)-[r:R|:S]->(b) RETURN count(*)
    When executing query:
      """
      MATCH (a)-[r:R|:S]->(b) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 3 |
    And no side effects

  Scenario: [12] MATCH (a {name: 'a'})-[*0..1]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[*0..1]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'a' |
      | 'b' |
      | 'a' |
    And no side effects

  Scenario: [13] MATCH (a {name: 'a'})-[*0]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[*0]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'a' |
    And no side effects

  Scenario: [14] MATCH (a {name: 'a'})-[*..0]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[*..0]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
    And no side effects

  Scenario: [15] MATCH (a {name: 'a'})-[*2..1]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[*2..1]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
    And no side effects

  Scenario: [16] MATCH (a {name: 'a'})-[*0..0]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[*0..0]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'a' |
    And no side effects

  Scenario: [17] MATCH (a {name: 'a'})-[:R*]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[:R*]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'b' |
      | 'c' |
    And no side effects

  Scenario: [18] MATCH (a {name: 'a'})-[:R*2]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[:R*2]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'c' |
    And no side effects

  Scenario: [19] MATCH (a {name: 'a'})-[:R*2..]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[:R*2..]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'c' |
    And no side effects

  Scenario: [20] MATCH (a {name: 'a'})-[:R* {w: 1}]->(b) RETURN b.name
    When executing query:
      """
      MATCH (a {name: 'a'})-[:R* {w: 1}]->(b) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'b' |
    And no side effects

  Scenario: [21] MATCH (a)-[r1]->(b), (c)-[r2]->(d) RETURN count(*)
    When executing query:
      """
      MATCH (a)-[r1]->(b), (c)-[r2]->(d) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 12 |
    And no side effects

  Scenario: [22] MATCH (a)-[r1]->(b) MATCH (c)-[r2]->(d) RETURN count(*)
    When executing query:
      """
      MATCH (a)-[r1]->(b) MATCH (c)-[r2]->(d) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 16 |
    And no side effects

  Scenario: [23] MATCH (a)-->(b)-->(c) RETURN count(*)
    When executing query:
      """
      MATCH (a)-->(b)-->(c) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 5 |
    And no side effects

  Scenario: [24] MATCH (a)-->(a) RETURN a.name
    When executing query:
      """
      MATCH (a)-->(a) RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
    And no side effects

  Scenario: [25] MATCH (n {name: 'a'}) OPTIONAL MATCH (n)-[r:NOPE]->(m) RETURN n.name, r, m, m.x,
    When executing query:
      """
      MATCH (n {name: 'a'}) OPTIONAL MATCH (n)-[r:NOPE]->(m) RETURN n.name, r, m, m.x, type(r), labels(m)
      """
    Then the result should be, in any order:
      | n.name | r | m | m.x | type(r) | labels(m) |
      | 'a' | null | null | null | null | null |
    And no side effects

  Scenario: [26] OPTIONAL MATCH (n:Nope) RETURN n, n.a, n:Nope, count(n)
    When executing query:
      """
      OPTIONAL MATCH (n:Nope) RETURN n, n.a, n:Nope, count(n)
      """
    Then the result should be, in any order:
      | n | n.a | n:Nope | count(n) |
      | null | null | null | 0 |
    And no side effects

  Scenario: [27] OPTIONAL MATCH (n:Nope) WITH n MATCH (n)-->(m) RETURN m
    When executing query:
      """
      OPTIONAL MATCH (n:Nope) WITH n MATCH (n)-->(m) RETURN m
      """
    Then the result should be, in any order:
      | m |
    And no side effects

  Scenario: [28] OPTIONAL MATCH (n:Nope) WITH n OPTIONAL MATCH (n)-->(m) RETURN m
    When executing query:
      """
      OPTIONAL MATCH (n:Nope) WITH n OPTIONAL MATCH (n)-->(m) RETURN m
      """
    Then the result should be, in any order:
      | m |
      | null |
    And no side effects

  Scenario: [29] OPTIONAL MATCH p = (:Nope)-->() RETURN p, length(p), nodes(p), relationships(p)
    When executing query:
      """
      OPTIONAL MATCH p = (:Nope)-->() RETURN p, length(p), nodes(p), relationships(p)
      """
    Then the result should be, in any order:
      | p | length(p) | nodes(p) | relationships(p) |
      | null | null | null | null |
    And no side effects

  Scenario: [30] MATCH (n {name: 'a'})-[r:R]->(m) RETURN startNode(r) = n, endNode(r) = m, type(r
    When executing query:
      """
      MATCH (n {name: 'a'})-[r:R]->(m) RETURN startNode(r) = n, endNode(r) = m, type(r), r.w, keys(r), properties(r), id(r) = id(r)
      """
    Then the result should be, in any order:
      | startNode(r) = n | endNode(r) = m | type(r) | r.w | keys(r) | properties(r) | id(r) = id(r) |
      | true | true | 'R' | 1 | ['w'] | {w: 1} | true |
    And no side effects

  Scenario: [31] MATCH p = (n {name: 'a'})-[:R*2]->(m) RETURN length(p), size(nodes(p)), [x IN no
    When executing query:
      """
      MATCH p = (n {name: 'a'})-[:R*2]->(m) RETURN length(p), size(nodes(p)), [x IN nodes(p) | x.name], [x IN relationships(p) | x.w]
      """
    Then the result should be, in any order:
      | length(p) | size(nodes(p)) | [x IN nodes(p) \| x.name] | [x IN relationships(p) \| x.w] |
      | 2 | 3 | ['a', 'b', 'c'] | [1, 2] |
    And no side effects

  Scenario: [32] MATCH (n {name: 'a'}) RETURN labels(n), size(labels(n)), n['name'], n['na' + 'me
    When executing query:
      """
      MATCH (n {name: 'a'}) RETURN labels(n), size(labels(n)), n['name'], n['na' + 'me'], keys(n), n.nope
      """
    Then the result should be, in any order:
      | labels(n) | size(labels(n)) | n['name'] | n['na' + 'me'] | keys(n) | n.nope |
      | ['A'] | 1 | 'a' | 'a' | ['name', 'num'] | null |
    And no side effects

  Scenario: [33] MATCH (a {name: 'a'}) RETURN size([(a)-->() | 1])
    When executing query:
      """
      MATCH (a {name: 'a'}) RETURN size([(a)-->() | 1])
      """
    Then the result should be, in any order:
      | size([(a)-->() \| 1]) |
      | 2 |
    And no side effects

  Scenario: [34] MATCH (a {name: 'a'}) WHERE (a)-->(:B) RETURN a.name
    When executing query:
      """
      MATCH (a {name: 'a'}) WHERE (a)-->(:B) RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
    And no side effects

  Scenario: [35] MATCH (a) WHERE NOT (a)--() RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE NOT (a)--() RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'd' |
    And no side effects

  Scenario: [36] MATCH (a) WHERE (a)-[:R*2]->() RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE (a)-[:R*2]->() RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
    And no side effects

  Scenario: [37] MATCH (a), (b) WHERE (a)-[:R]->(b) RETURN a.name, b.name
    When executing query:
      """
      MATCH (a), (b) WHERE (a)-[:R]->(b) RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'a' | 'b' |
      | 'b' | 'c' |
    And no side effects

  Scenario: [38] MATCH (a) WHERE (a)-[:S]->() OR (a)-[:LOOP]->() RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE (a)-[:S]->() OR (a)-[:LOOP]->() RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
      | 'c' |
    And no side effects

  Scenario: [39] MATCH (a {name: 'a'}) RETURN [(a)-[r:R]->(b) WHERE b.num > 1 | b.name + type(r)]
    When executing query:
      """
      MATCH (a {name: 'a'}) RETURN [(a)-[r:R]->(b) WHERE b.num > 1 | b.name + type(r)]
      """
    Then the result should be, in any order:
      | [(a)-[r:R]->(b) WHERE b.num > 1 \| b.name + type(r)] |
      | ['bR'] |
    And no side effects

  Scenario: [40] MATCH (a {name: 'a'}) RETURN [p = (a)-[:R*]->() | length(p)]
    When executing query:
      """
      MATCH (a {name: 'a'}) RETURN [p = (a)-[:R*]->() | length(p)]
      """
    Then the result should be, in any order:
      | [p = (a)-[:R*]->() \| length(p)] |
      | [1, 2] |
    And no side effects

  Scenario: [41] MATCH (a {name: 'a'}) WHERE exists { (a)-[:R]->(b) WHERE b.num = 2 } RETURN a.na
    When executing query:
      """
      MATCH (a {name: 'a'}) WHERE exists { (a)-[:R]->(b) WHERE b.num = 2 } RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
    And no side effects

  Scenario: [42] MATCH (a) WHERE exists { MATCH (a)-->(b) RETURN count(b) AS c } RETURN count(*)
    When executing query:
      """
      MATCH (a) WHERE exists { MATCH (a)-->(b) RETURN count(b) AS c } RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 4 |
    And no side effects

  Scenario: [43] MATCH (a) WHERE exists { MATCH (a)-->(b) WITH count(b) AS c WHERE c > 1 RETURN t
    When executing query:
      """
      MATCH (a) WHERE exists { MATCH (a)-->(b) WITH count(b) AS c WHERE c > 1 RETURN true } RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
    And no side effects

  Scenario: [44] MATCH (a) WHERE exists((a)-[:R]->()) RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE exists((a)-[:R]->()) RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
      | 'b' |
    And no side effects

  Scenario: [45] MATCH (a) WHERE exists(a.num) RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE exists(a.num) RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
      | 'b' |
    And no side effects

  Scenario: [46] MATCH (a) WHERE a.num IS NOT NULL RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE a.num IS NOT NULL RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
      | 'b' |
    And no side effects

  Scenario: [47] MATCH (a) WHERE a.num > 1 OR a.name = 'd' RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE a.num > 1 OR a.name = 'd' RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'b' |
      | 'd' |
    And no side effects

  Scenario: [48] MATCH (a) WHERE a.num > 'x' RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE a.num > 'x' RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
    And no side effects

  Scenario: [49] MATCH (a) WHERE a.name < 'c' AND a.name > 'a' RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE a.name < 'c' AND a.name > 'a' RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'b' |
    And no side effects

  Scenario: [50] MATCH (a) WHERE 'b' <= a.name < 'd' RETURN a.name
    When executing query:
      """
      MATCH (a) WHERE 'b' <= a.name < 'd' RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'b' |
      | 'c' |
    And no side effects

  Scenario: [51] MATCH (a)-[r]->(b) WHERE type(r) = 'R' RETURN a.name, b.name
    When executing query:
      """
      MATCH (a)-[r]->(b) WHERE type(r) = 'R' RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'a' | 'b' |
      | 'b' | 'c' |
    And no side effects

  Scenario: [52] MATCH (a)-[r {w: 2}]->(b) RETURN a.name
    When executing query:
      """
      MATCH (a)-[r {w: 2}]->(b) RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'b' |
    And no side effects

  Scenario: [53] MATCH ()-[r:R]->() WITH r MATCH (a)-[r]->(b) RETURN a.name, b.name
    When executing query:
      """
      MATCH ()-[r:R]->() WITH r MATCH (a)-[r]->(b) RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'a' | 'b' |
      | 'b' | 'c' |
    And no side effects

  Scenario: [54] MATCH ()-[r:R]->() WITH r MATCH (a)<-[r]-(b) RETURN a.name, b.name
    When executing query:
      """
      MATCH ()-[r:R]->() WITH r MATCH (a)<-[r]-(b) RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name | b.name |
      | 'b' | 'a' |
      | 'c' | 'b' |
    And no side effects

  Scenario: [55] MATCH ()-[r:R]->() WITH r MATCH (a)-[r]-(b) RETURN count(*)
    When executing query:
      """
      MATCH ()-[r:R]->() WITH r MATCH (a)-[r]-(b) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 4 |
    And no side effects

  Scenario: [56] MATCH (a)-[rs:R*2]->(b) WITH rs MATCH (x)-[rs*]->(y) RETURN x.name, y.name
    When executing query:
      """
      MATCH (a)-[rs:R*2]->(b) WITH rs MATCH (x)-[rs*]->(y) RETURN x.name, y.name
      """
    Then the result should be, in any order:
      | x.name | y.name |
      | 'a' | 'c' |
    And no side effects

  Scenario: [57] MATCH (a {name: 'a'}), (c {name: 'c'}) MATCH p = shortestPath((a)-[*]->(c)) RETU
    When executing query:
      """
      MATCH (a {name: 'a'}), (c {name: 'c'}) MATCH p = shortestPath((a)-[*]->(c)) RETURN length(p)
      """
    Then the result should be, in any order:
      | length(p) |
      | 2 |
    And no side effects

  Scenario: [58] MATCH (a {name: 'a'}), (c {name: 'c'}) MATCH p = allShortestPaths((a)-[*]-(c)) R
    When executing query:
      """
      MATCH (a {name: 'a'}), (c {name: 'c'}) MATCH p = allShortestPaths((a)-[*]-(c)) RETURN length(p)
      """
    Then the result should be, in any order:
      | length(p) |
      | 1 |
    And no side effects

  Scenario: [59] MATCH p = shortestPath((a {name: 'a'})-[*]->(c {name: 'd'})) RETURN p
    When executing query:
      """
      MATCH p = shortestPath((a {name: 'a'})-[*]->(c {name: 'd'})) RETURN p
      """
    Then the result should be, in any order:
      | p |
    And no side effects

  Scenario: [60] MATCH (a {name:'a'})-[:R]->(b) WITH a, b MATCH (a)-[:R]->(b) RETURN a.name
    When executing query:
      """
      MATCH (a {name:'a'})-[:R]->(b) WITH a, b MATCH (a)-[:R]->(b) RETURN a.name
      """
    Then the result should be, in any order:
      | a.name |
      | 'a' |
    And no side effects

  Scenario: [61] MATCH (a:A) WITH a ORDER BY a.name LIMIT 1 MATCH (a)-[r]->(b) RETURN type(r), b.
    When executing query:
      """
      MATCH (a:A) WITH a ORDER BY a.name LIMIT 1 MATCH (a)-[r]->(b) RETURN type(r), b.name ORDER BY b.name
      """
    Then the result should be, in order:
      | type(r) | b.name |
      | 'LOOP' | 'a' |
      | 'R' | 'b' |
    And no side effects

  Scenario: [62] MATCH (a), (b) WHERE a = b RETURN count(*)
    When executing query:
      """
      MATCH (a), (b) WHERE a = b RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 4 |
    And no side effects

  Scenario: [63] MATCH (a), (b) WHERE a <> b RETURN count(*)
    When executing query:
      """
      MATCH (a), (b) WHERE a <> b RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 12 |
    And no side effects

  Scenario: [64] MATCH (a) RETURN a, count(a) AS c ORDER BY c, a.name LIMIT 1
    When executing query:
      """
      MATCH (a) RETURN a, count(a) AS c ORDER BY c, a.name LIMIT 1
      """
    Then the result should be, in order:
      | a | c |
      | (:A {name: 'a', num: 1}) | 1 |
    And no side effects

  Scenario: [65] MATCH (a) WITH a.name AS name, a WHERE name = 'a' RETURN a.num
    When executing query:
      """
      MATCH (a) WITH a.name AS name, a WHERE name = 'a' RETURN a.num
      """
    Then the result should be, in any order:
      | a.num |
      | 1 |
    And no side effects

  Scenario: [66] MATCH (a) RETURN DISTINCT a.num IS NULL AS x ORDER BY x
    When executing query:
      """
      MATCH (a) RETURN DISTINCT a.num IS NULL AS x ORDER BY x
      """
    Then the result should be, in order:
      | x |
      | false |
      | true |
    And no side effects

  Scenario: [67] MATCH (a:A {name: 'a'})-[:R]->(b)-[:R]->(c), (c)-[:S]->(a) RETURN b.name
    When executing query:
      """
      MATCH (a:A {name: 'a'})-[:R]->(b)-[:R]->(c), (c)-[:S]->(a) RETURN b.name
      """
    Then the result should be, in any order:
      | b.name |
      | 'b' |
    And no side effects

  Scenario: [68] MATCH (a)-[:R*0..2]->(b) RETURN count(*)
    When executing query:
      """
      MATCH (a)-[:R*0..2]->(b) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 7 |
    And no side effects

  Scenario: [69] MATCH (a)-[:R]->(b)<-[:R]-(c) RETURN count(*)
    When executing query:
      """
      MATCH (a)-[:R]->(b)<-[:R]-(c) RETURN count(*)
      """
    Then the result should be, in any order:
      | count(*) |
      | 0 |
    And no side effects

  Scenario: [70] MATCH (n) WHERE n.name IN ['a', 'b'] RETURN n.name
    When executing query:
      """
      MATCH (n) WHERE n.name IN ['a', 'b'] RETURN n.name
      """
    Then the result should be, in any order:
      | n.name |
      | 'a' |
      | 'b' |
    And no side effects

  Scenario: [71] MATCH (n) RETURN n.name ORDER BY n.name SKIP 1 LIMIT 2
    When executing query:
      """
      MATCH (n) RETURN n.name ORDER BY n.name SKIP 1 LIMIT 2
      """
    Then the result should be, in order:
      | n.name |
      | 'b' |
      | 'c' |
    And no side effects

  Scenario: [72] MATCH (n) WITH n ORDER BY n.name DESC RETURN collect(n.name)
    When executing query:
      """
      MATCH (n) WITH n ORDER BY n.name DESC RETURN collect(n.name)
      """
    Then the result should be, in order:
      | collect(n.name) |
      | ['d', 'c', 'b', 'a'] |
    And no side effects

  Scenario: [73] MATCH (n) RETURN max(n.num), min(n.name)
    When executing query:
      """
      MATCH (n) RETURN max(n.num), min(n.name)
      """
    Then the result should be, in any order:
      | max(n.num) | min(n.name) |
      | 2 | 'a' |
    And no side effects

  Scenario: [74] MATCH (n) WITH n, size([(n)-->(m) | m]) AS deg RETURN n.name, deg ORDER BY deg D
    When executing query:
      """
      MATCH (n) WITH n, size([(n)-->(m) | m]) AS deg RETURN n.name, deg ORDER BY deg DESC, n.name LIMIT 1
      """
    Then the result should be, in order:
      | n.name | deg |
      | 'a' | 2 |
    And no side effects

  Scenario Outline: [75] InvalidRelationshipPattern at compile time
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidRelationshipPattern

    Examples:
      | query |
      | MATCH (a {name: 'a'})-[:R*-2]->(b) RETURN b |
      | MATCH (a {name: 'a'})-[:R..]->(b) RETURN b |

  Scenario Outline: [76] InvalidArgumentType at compile time
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | query |
      | MATCH (a)-[r]->() RETURN labels(r) |
      | MATCH (a)-[r]->() RETURN type(a) |
      | MATCH p = (a)-->() RETURN p.name |
      | MATCH (a) RETURN length(a) |
      | MATCH (a)-[r]->() RETURN length(r) |
      | MATCH p = (a)-->() RETURN labels(p) |
      | MATCH p = (a)-->() RETURN size(p) |
      | MATCH (a) WHERE (a) RETURN a |

  Scenario Outline: [77] UndefinedVariable at compile time
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

    Examples:
      | query |
      | MATCH (a) WHERE (a)-[x]->() RETURN a |

  Scenario Outline: [78] InvalidClauseComposition at compile time
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidClauseComposition

    Examples:
      | query |
      | MATCH (a) WHERE exists { MATCH (a)-->(b) SET b.x = 1 } RETURN a.name |

  Scenario Outline: [79] UnexpectedSyntax at compile time
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

    Examples:
      | query |
      | MATCH (a {name: 'a'}) RETURN a { .name } |
      | MATCH (n:A\|B) RETURN n |

  Scenario Outline: [80] MissingParameter at compile time
    When executing query:
      """
      <query>
      """
    Then a ParameterMissing should be raised at compile time: MissingParameter

    Examples:
      | query |
      | MATCH (n) WHERE n.name = $x RETURN n |

