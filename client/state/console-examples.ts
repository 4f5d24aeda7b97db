/** Queries that answer real questions of the sample; each is run by a test. */
export const EXAMPLES: readonly { readonly question: string; readonly query: string }[] = [
  {
    question: 'Who speaks most?',
    query: `MATCH (who:Actor)-[:MADE]->(s:Statement)
RETURN who.name AS speaker, count(s) AS statements
ORDER BY statements DESC LIMIT 15`,
  },
  {
    question: 'What did Alexander Lukashenko say about Ukraine?',
    query: `MATCH (who:Person {name: 'Alexander Lukashenko'})-[made:MADE]->(s:Statement)-[about:ABOUT]->(whom:Actor {name: 'Ukraine'})
RETURN who, made, s, about, whom`,
  },
  {
    question: 'Who accuses whom?',
    query: `MATCH (who:Actor)-[made:MADE]->(s:Statement {act: 'accusation'})-[about:ABOUT]->(whom:Actor)
RETURN who, made, s, about, whom`,
  },
  {
    question: 'Which agreements tie Belarus and Russia?',
    query: `MATCH (:Actor {name: 'Belarus'})-[:PARTY_TO]->(a:Agreement)<-[:PARTY_TO]-(:Actor {name: 'Russia'})
RETURN a.name AS agreement, a.date AS date, a.state AS state
ORDER BY date`,
  },
  {
    question: 'How are Alexander Lukashenko and NATO tied?',
    query: `MATCH (a:Actor {name: 'Alexander Lukashenko'}), (b:Actor {name: 'NATO'})
MATCH path = shortestPath((a)-[*..6]-(b))
RETURN path`,
  },
  {
    question: 'Which words did several documents report?',
    query: `MATCH (who:Actor)-[:MADE]->(s:Statement)-[r:REPORTED_IN]->(d:Document)
WITH who, s, count(d) AS reports, collect(d.title) AS documents
WHERE reports > 1
RETURN who.name AS speaker, s.text AS words, reports, documents
ORDER BY reports DESC`,
  },
  {
    question: 'Whose words came by way of somebody else?',
    query: `MATCH (who:Actor)-[:MADE]->(s:Statement)-[:CARRIED_BY]->(carrier:Actor)
RETURN carrier.name AS carrier, count(DISTINCT s) AS statements, collect(DISTINCT who.name) AS speakers
ORDER BY statements DESC`,
  },
  {
    question: 'Who holds which office?',
    query: `MATCH (who:Person)-[office:HOLDS_OFFICE]->(body:Actor)
RETURN who, office, body`,
  },
  {
    question: 'Who denied what?',
    query: `MATCH (who:Actor)-[:MADE]->(s:Statement {act: 'denial'})-[:REPORTED_IN]->(d:Document)
RETURN who.name AS speaker, s.text AS words, s.said AS said, d.title AS document
ORDER BY speaker`,
  },
  {
    question: 'What happened, and who took part?',
    query: `MATCH (who:Actor)-[part:TOOK_PART]->(e:Event)
RETURN e.date AS date, e.kind AS kind, e.name AS event, collect(who.name + ' (' + part.role + ')') AS participants
ORDER BY date DESC LIMIT 25`,
  },
];
