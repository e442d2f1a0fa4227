-- The tables asked, product, bundle, known, member and held are given.
SET TimeZone = 'UTC';

CREATE TABLE event AS
SELECT DISTINCT ON ("eventId") "eventId" AS id, type, "occurredAt" AS moment, CAST("occurredAt" AS DATE) AS day, visitor, "user" AS person, "order" AS ord, items,
  currency, channel, "recommendationId" AS rec, "bundleId" AS bundle
FROM read_parquet('$LAKE/day=*/*.parquet', hive_partitioning = false)
WHERE coalesce(consent.analytics, true) AND robot IS NULL AND coalesce(channel, '') NOT IN ('qa', 'test', 'staging')
  AND CAST("occurredAt" AS DATE) BETWEEN (SELECT first - greatest(windowDays, priorDays) FROM asked) AND (SELECT last + returnDays FROM asked);

-- Who: the device, or the person's last one, or the person; and the segment of the person of a device, of whom there is one.
CREATE TABLE seen AS
SELECT e.*, coalesce(visitor, CASE WHEN person IS NOT NULL THEN last_value(visitor IGNORE NULLS) OVER (PARTITION BY person ORDER BY moment, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) END, person) AS unit
FROM event e;
CREATE TABLE login AS SELECT visitor AS unit, moment, day, segment FROM event JOIN member USING (person) WHERE visitor IS NOT NULL;
CREATE MACRO segment_at(of_unit, until) AS coalesce((SELECT arg_max(segment, l.moment) FROM login l WHERE l.unit = of_unit AND l.moment <= until), (SELECT segment FROM member WHERE person = of_unit));
CREATE MACRO segment_on(of_unit, until) AS coalesce((SELECT arg_max(segment, l.moment) FROM login l WHERE l.unit = of_unit AND l.day <= until), (SELECT segment FROM member WHERE person = of_unit));

-- What counts: reactions with an id of ours, each once a day.
CREATE TABLE reaction AS
SELECT DISTINCT ON (unit, type, rec, seen.bundle, ord, day) seen.*, known.variant, known.rule
FROM seen JOIN known ON known.id = rec
WHERE type IN ('impression', 'click', 'add_to_cart') OR (type = 'purchase' AND seen.bundle IS NOT NULL)
ORDER BY unit, type, rec, seen.bundle, ord, day, moment, seen.id;

-- What a visitor did is remembered until more than the window, and the day after it, goes by without anything.
CREATE TABLE activity AS
SELECT unit, moment, day, sum(breaks) OVER (PARTITION BY unit ORDER BY moment ROWS UNBOUNDED PRECEDING) AS island FROM (
  SELECT unit, moment, day, CASE WHEN day > lag(day) OVER (PARTITION BY unit ORDER BY moment) + windowDays + 1 THEN 1 ELSE 0 END AS breaks FROM (
    SELECT unit, moment, day FROM seen WHERE type = 'add_to_cart' AND bundle IS NULL AND unit IS NOT NULL
    UNION SELECT unit, moment, day FROM reaction WHERE type IN ('click', 'add_to_cart') AND bundle IS NOT NULL AND unit IS NOT NULL) CROSS JOIN asked);
CREATE TABLE cart AS
SELECT unit, island, item.productId AS product, min(moment) AS moment
FROM (SELECT unit, island, moment, unnest(items) AS item FROM seen JOIN activity USING (unit, moment) WHERE type = 'add_to_cart' AND bundle IS NULL) GROUP BY 1, 2, 3;

-- Orders and their lines; nothing is converted.
CREATE TABLE line AS
SELECT key, ord, id, moment, day, unit, product, paid, sum(quantity) AS pieces, sum(quantity * unitPrice) AS revenue, sum(CASE WHEN cost IS NULL THEN 0 ELSE quantity * (unitPrice - cost) END) AS margin
FROM (
  SELECT coalesce('o|' || ord, 'e|' || seen.id) AS key, ord, min(seen.id) OVER w AS id, min(moment) OVER w AS moment, min(day) OVER w AS day, min(unit) OVER w AS unit, item.productId AS product,
    coalesce(seen.currency, p.currency, asked.currency) AS paid, item.quantity AS quantity,
    coalesce(item.unitPrice, CASE WHEN p.currency = coalesce(seen.currency, p.currency, asked.currency) THEN p.price END) - coalesce(item.discount, 0) AS unitPrice,
    CASE WHEN p.currency = coalesce(seen.currency, p.currency, asked.currency) THEN p.cost END AS cost
  FROM (SELECT * EXCLUDE items, unnest(items) AS item FROM seen WHERE type = 'purchase') seen CROSS JOIN asked LEFT JOIN product p ON p.product = item.productId
  WINDOW w AS (PARTITION BY coalesce('o|' || ord, 'e|' || seen.id)))
WHERE unitPrice IS NOT NULL
GROUP BY ALL;
CREATE TABLE bought AS
SELECT line.*, row_number() OVER (ORDER BY key, product, paid) AS number, coalesce(category, '(none)') AS category, path, grp FROM line LEFT JOIN product USING (product);
CREATE TABLE purchase AS
SELECT coalesce('o|' || ord, 'e|' || id) AS key, min(moment) AS moment, min(day) AS day, min(unit) AS unit FROM seen WHERE type = 'purchase' GROUP BY 1;
CREATE TABLE orders AS
SELECT purchase.*, segment_on(purchase.unit, purchase.day) AS segment, coalesce(basket.pieces, 0) AS pieces, coalesce(basket.revenue, 0) AS revenue,
  (SELECT arg_max(island, activity.moment) FROM activity WHERE activity.unit = purchase.unit AND activity.day <= purchase.day AND activity.day + asked.windowDays + 1 >= purchase.day) AS island
FROM purchase CROSS JOIN asked
LEFT JOIN (SELECT key, sum(pieces) AS pieces, sum(CASE WHEN paid = (SELECT currency FROM asked) THEN revenue END) AS revenue FROM bought GROUP BY 1) basket USING (key)
WHERE purchase.day BETWEEN first AND last;

-- Touches, the last one first; a purchase that names its bundle comes before them all.
CREATE TABLE touch AS
SELECT key, bundle, touched, variant, rule, row_number() OVER (PARTITION BY key ORDER BY named DESC, touched DESC) AS rank
FROM (
  SELECT DISTINCT ON (key, bundle) * FROM (
    SELECT o.key, r.bundle, r.moment AS touched, r.variant, r.rule, r.type = 'purchase' AS named
    FROM orders o CROSS JOIN asked JOIN reaction r ON CASE WHEN r.type = 'purchase' THEN coalesce('o|' || r.ord, 'e|' || r.id) = o.key
      ELSE r.type <> 'impression' AND r.unit = o.unit AND r.moment <= o.moment AND r.moment >= o.moment - to_days(windowDays) END
    WHERE r.bundle IS NOT NULL)
  ORDER BY key, bundle, named DESC, touched DESC)
JOIN bundle USING (bundle);

-- The credit of the touches of one rank, of what those of smaller ranks have left.
CREATE TABLE credit (number BIGINT, key VARCHAR, bundle VARCHAR, touched TIMESTAMPTZ, variant VARCHAR, rule VARCHAR, kind VARCHAR);
CREATE MACRO crediting(of_rank) AS TABLE
WITH t AS (SELECT touch.*, anchor, other FROM touch JOIN bundle USING (bundle) WHERE rank = of_rank),
free AS (SELECT t.*, b.number, b.product, b.paid, b.path, b.grp, b.unit, o.island FROM t JOIN bought b USING (key) JOIN orders o USING (key) WHERE b.number NOT IN (SELECT number FROM credit)),
own AS (SELECT * FROM free WHERE product IN (anchor, other)),
found AS (SELECT key, count(DISTINCT product) AS products, min(CASE WHEN product = anchor THEN other ELSE anchor END) AS missing FROM own GROUP BY 1),
swap AS (SELECT DISTINCT ON (free.key) free.* FROM free JOIN found ON found.key = free.key AND products = 1 JOIN product p ON p.product = missing
  WHERE free.product NOT IN (anchor, other) AND (free.path = p.path OR free.grp = p.grp) ORDER BY free.key, free.product, free.paid),
judged AS (SELECT key, CASE WHEN products = 2 THEN 'whole' WHEN key IN (SELECT key FROM swap) THEN 'swapped' ELSE 'partial' END AS kind FROM found)
SELECT number, key, bundle, touched, variant, rule, kind FROM (SELECT * FROM own UNION ALL SELECT * FROM swap) taken JOIN judged USING (key)
WHERE kind <> 'partial' OR NOT EXISTS (SELECT 1 FROM cart WHERE cart.unit = taken.unit AND cart.island = taken.island AND cart.product = taken.product AND cart.moment < taken.touched);
INSERT INTO credit SELECT * FROM crediting(1);
INSERT INTO credit SELECT * FROM crediting(2);
INSERT INTO credit SELECT * FROM crediting(3);
INSERT INTO credit SELECT * FROM crediting(4);
INSERT INTO credit SELECT * FROM crediting(5);
INSERT INTO credit SELECT * FROM crediting(6);
INSERT INTO credit SELECT * FROM crediting(7);
INSERT INTO credit SELECT * FROM crediting(8);

-- Refunds: of the order that is named, else of the buyer's newest credited line; and at their own worth, of whatever was sold.
CREATE TABLE refund AS
SELECT seen.id, day, unit, ord, item.productId AS product, item.quantity AS quantity,
  coalesce(seen.currency, p.currency, asked.currency) AS paid,
  item.quantity * (coalesce(item.unitPrice, CASE WHEN p.currency = coalesce(seen.currency, p.currency, asked.currency) THEN p.price END) - coalesce(item.discount, 0)) AS revenue,
  CASE WHEN p.currency = coalesce(seen.currency, p.currency, asked.currency) THEN item.quantity * p.cost END AS cost, coalesce(p.category, '(none)') AS category
FROM (SELECT * EXCLUDE items, unnest(items) AS item FROM seen WHERE type = 'refund') seen CROSS JOIN asked LEFT JOIN product p ON p.product = item.productId;
-- What was paid in the refund's currency goes first.
CREATE TABLE returned AS
SELECT number, least(pieces, quantity - coalesce(before, 0)) AS pieces FROM (
  SELECT c.number, r.quantity, b.pieces, sum(b.pieces) OVER (PARTITION BY r.id, r.product ORDER BY b.paid = r.paid DESC, c.number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM refund r JOIN (credit c JOIN bought b USING (number)) ON b.product = r.product AND b.key = 'o|' || r.ord
  UNION ALL
  SELECT c.number, r.quantity, b.pieces, sum(b.pieces) OVER (PARTITION BY r.id, r.product ORDER BY b.paid = r.paid DESC, b.moment DESC, c.number DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  FROM refund r JOIN (credit c JOIN bought b USING (number)) ON b.product = r.product AND b.unit = r.unit WHERE r.ord IS NULL)
WHERE quantity > coalesce(before, 0);
CREATE TABLE given AS
SELECT r.*, coalesce(o.day, r.day) AS orderedOn, o.unit AS buyer, segment_on(r.unit, r.day) AS segment FROM refund r CROSS JOIN asked LEFT JOIN orders o ON o.key = 'o|' || r.ord
WHERE r.revenue IS NOT NULL AND CASE WHEN r.ord IS NULL THEN r.day BETWEEN first AND last ELSE o.key IS NOT NULL END;

CREATE MACRO week(d) AS strftime(date_trunc('week', d), '%Y-%m-%d');

-- The rows in which a bundle's reactions, credits and lines count.
CREATE MACRO rows_of(bundle, variant, rule, day, segment) AS list_filter([
  {t: 'total', n: 'all'}, {t: 'week', n: week(day)}, {t: 'bundle', n: bundle}, {t: 'model', n: (SELECT model FROM asked)}, {t: 'variant', n: variant},
  {t: 'rule', n: rule}, {t: 'segment', n: segment}], lambda row: row.n IS NOT NULL);
CREATE TABLE reacted AS
SELECT r.*, segment_at(r.unit, r.moment) AS segment, coalesce(p.category, '(none)') AS category
FROM reaction r CROSS JOIN asked LEFT JOIN bundle USING (bundle) LEFT JOIN product p ON p.product = anchor
WHERE type <> 'purchase' AND r.bundle IS NOT NULL AND r.day BETWEEN first AND last;
CREATE TABLE credited AS
SELECT c.*, b.product, b.paid, b.pieces, b.revenue, b.margin, b.category, o.day, o.segment, o.unit, coalesce(r.pieces, 0) AS back, anchor, pa.category AS anchorCategory,
  b.paid = asked.currency AND EXISTS (SELECT 1 FROM cart WHERE cart.unit = o.unit AND cart.island = o.island AND cart.product = b.product AND cart.moment < c.touched) AS wanted
FROM credit c JOIN bought b USING (number) JOIN orders o ON o.key = c.key JOIN bundle ON bundle.bundle = c.bundle LEFT JOIN product pa ON pa.product = anchor CROSS JOIN asked
LEFT JOIN (SELECT number, sum(pieces) AS pieces FROM returned GROUP BY 1) r USING (number);

CREATE TABLE counted AS
SELECT row.t, row.n, type, count(*) AS times FROM (
  SELECT type, unnest(list_append(rows_of(bundle, variant, rule, day, segment), {t: 'category', n: category})) AS row FROM reacted) GROUP BY ALL;
CREATE TABLE kinds AS
SELECT row.t, row.n, kind, count(*) AS times FROM (
  SELECT kind, unnest(list_append(rows_of(bundle, variant, rule, day, segment), {t: 'category', n: anchorCategory})) AS row
  FROM (SELECT DISTINCT key, bundle, variant, rule, day, segment, anchorCategory, kind FROM credited)) GROUP BY ALL;
CREATE TABLE money AS
SELECT row.t, row.n, paid, sum(pieces) AS pieces, sum(back) AS back, sum(revenue) AS revenue, sum(margin) AS margin, sum(revenue * back / pieces) AS backRevenue,
  sum(margin * back / pieces) AS backMargin, sum(CASE WHEN wanted THEN revenue ELSE 0 END) AS wanted
FROM (SELECT *, unnest(list_append(rows_of(bundle, variant, rule, day, segment), {t: 'category', n: category})) AS row FROM credited) GROUP BY ALL;

-- Scopes: all orders that a row is about, and of them those that it had a part in.
CREATE TABLE scope AS
SELECT 'total' AS t, 'all' AS n, key FROM orders UNION ALL SELECT 'week', week(day), key FROM orders UNION ALL SELECT 'segment', segment, key FROM orders WHERE segment IS NOT NULL
UNION ALL SELECT DISTINCT 'category', category, o.key FROM orders o JOIN bought b ON b.key = o.key
UNION ALL SELECT 'bundle', bundle, o.key FROM orders o CROSS JOIN bundle WHERE EXISTS (SELECT 1 FROM bought b WHERE b.key = o.key AND b.product = anchor) AND bundle IN (SELECT n FROM counted WHERE t = 'bundle' UNION SELECT n FROM kinds WHERE t = 'bundle')
UNION ALL SELECT t, n, key FROM orders CROSS JOIN (SELECT DISTINCT t, n FROM counted WHERE t IN ('model', 'variant', 'rule') UNION SELECT DISTINCT t, n FROM kinds WHERE t IN ('model', 'variant', 'rule'));
CREATE TABLE attached AS
SELECT DISTINCT row.t, row.n, key FROM (SELECT key, unnest(list_append(rows_of(bundle, variant, rule, day, segment), {t: 'category', n: category})) AS row FROM credited);
CREATE TABLE baskets AS
SELECT scope.t, scope.n, count(*) AS orders, count(attached.key) AS attached, sum(pieces) AS pieces, sum(CASE WHEN attached.key IS NOT NULL THEN pieces ELSE 0 END) AS attachedPieces,
  sum(revenue) AS revenue, sum(CASE WHEN attached.key IS NOT NULL THEN revenue ELSE 0 END) AS attachedRevenue
FROM scope JOIN orders USING (key) LEFT JOIN attached ON attached.t = scope.t AND attached.n = scope.n AND attached.key = scope.key GROUP BY ALL;
CREATE TABLE sold AS
SELECT row.t, row.n, paid, sum(revenue) AS revenue, sum(margin) AS margin, sum(backRevenue) AS backRevenue, sum(backMargin) AS backMargin FROM (
  SELECT unnest(list_filter([{t: 'total', n: 'all'}, {t: 'week', n: week(day)}, {t: 'segment', n: segment}, {t: 'category', n: category}], lambda row: row.n IS NOT NULL)) AS row, * FROM (
    SELECT o.day, o.segment, b.category, b.paid, b.revenue, b.margin, 0 AS backRevenue, 0 AS backMargin FROM orders o JOIN bought b ON b.key = o.key
    UNION ALL SELECT orderedOn, segment, category, paid, 0, 0, revenue, CASE WHEN cost IS NULL THEN 0 ELSE revenue - cost END FROM given)) GROUP BY ALL;

-- Uplift: margin a visitor, those who may see bundles against those held out, adjusted by the margin before (CUPED).
CREATE TABLE visitor AS
SELECT unit, segment_at(unit, max(seen.moment)) AS segment, unit IN (SELECT unit FROM held) AS isHeld,
  coalesce((SELECT sum(margin) FROM bought b WHERE b.unit = seen.unit AND b.paid = asked.currency AND b.day < asked.first AND b.day >= asked.first - asked.priorDays), 0) AS prior
FROM seen CROSS JOIN asked WHERE unit IS NOT NULL AND seen.day BETWEEN first AND last AND holds GROUP BY unit, asked.first, asked.priorDays, asked.currency;
CREATE TABLE earned AS
SELECT o.unit, row.t, row.n, b.margin FROM (SELECT o.*, b.category, b.margin, unnest([{t: 'all', n: 'all'}, {t: 'week', n: week(o.day)}, {t: 'category', n: b.category}]) AS row
  FROM orders o JOIN bought b ON b.key = o.key AND b.paid = (SELECT currency FROM asked)) o, LATERAL (SELECT o.margin) b
UNION ALL
SELECT g.unit, row.t, row.n, -margin FROM (SELECT unit, CASE WHEN cost IS NULL THEN 0 ELSE revenue - cost END AS margin, unnest([{t: 'all', n: 'all'}, {t: 'week', n: week(orderedOn)}, {t: 'category', n: category}]) AS row
  FROM given WHERE paid = (SELECT currency FROM asked) AND unit IN (SELECT unit FROM orders)) g;
CREATE TABLE part AS SELECT DISTINCT t, n, NULL AS segment FROM earned UNION ALL SELECT 'segment', segment, segment FROM visitor WHERE segment IS NOT NULL GROUP BY 2;
CREATE TABLE outcome AS
SELECT part.t, part.n, v.unit, v.isHeld, CAST(v.prior AS DOUBLE) AS x,
  CAST(coalesce((SELECT sum(margin) FROM earned e WHERE e.unit = v.unit AND e.t = CASE WHEN part.t = 'segment' THEN 'all' ELSE part.t END AND e.n = CASE WHEN part.t = 'segment' THEN 'all' ELSE part.n END), 0) AS DOUBLE) AS y
FROM part JOIN visitor v ON part.segment IS NULL OR v.segment = part.segment;
CREATE TABLE groups AS
SELECT t, n, isHeld, count(*) AS units, avg(x) AS x, avg(y) AS y, sum(x * x) - count(*) * avg(x) * avg(x) AS xx, sum(x * y) - count(*) * avg(x) * avg(y) AS xy FROM outcome GROUP BY ALL;
CREATE TABLE beyond AS
SELECT a.t, a.n, a.units * (a.y - b.y - CASE WHEN a.xx + b.xx > 1e-9 THEN (a.xy + b.xy) / (a.xx + b.xx) ELSE 0 END * (a.x - b.x)) AS earned
FROM groups a JOIN groups b ON a.t = b.t AND a.n = b.n AND NOT a.isHeld AND b.isHeld WHERE a.units > 1 AND b.units > 1;
CREATE TABLE net AS SELECT t, n, CAST(sum(margin - backMargin) AS DOUBLE) AS margin, CAST(sum(revenue - wanted) AS DOUBLE) AS unwanted FROM money WHERE paid = (SELECT currency FROM asked) GROUP BY ALL;
CREATE TABLE uplift AS
SELECT t, n, earned FROM beyond WHERE t IN ('segment')
  AND n IN (SELECT n FROM scope WHERE t = 'segment' UNION SELECT n FROM counted WHERE t = 'segment')
UNION ALL SELECT t, n, earned FROM beyond WHERE t IN ('week', 'category')
UNION ALL SELECT net.t, net.n, (SELECT earned FROM beyond WHERE t = 'all') * net.unwanted / (SELECT unwanted FROM net WHERE t = 'total') FROM net WHERE net.t IN ('bundle', 'model', 'rule', 'variant');

CREATE TABLE figures AS
SELECT t || '|' || n || '||' || CASE type WHEN 'impression' THEN 'impressions' WHEN 'click' THEN 'clicks' ELSE 'cartAdds' END AS figure, CAST(times AS DOUBLE) AS amount FROM counted
UNION ALL SELECT a.t || '|' || a.n || '||clickRate', a.times / b.times FROM counted a JOIN counted b ON a.t = b.t AND a.n = b.n AND a.type = 'click' AND b.type = 'impression'
UNION ALL SELECT t || '|' || n || '||' || kind, times FROM kinds
UNION ALL SELECT t || '|' || n || '||pieces', sum(pieces) FROM money GROUP BY t, n
UNION ALL SELECT t || '|' || n || '||returnedPieces', sum(back) FROM money GROUP BY t, n
UNION ALL SELECT t || '|' || n || '|' || paid || '|alreadyWanted', wanted FROM money
UNION ALL SELECT t || '|' || n || '||wantedShare', wanted / revenue FROM money WHERE paid = (SELECT currency FROM asked) AND revenue <> 0
UNION ALL SELECT t || '|' || n || '|' || paid || '|' || kind, amount FROM (
  SELECT t, n, paid, unnest(['revenue', 'margin', 'returnedRevenue', 'returnedMargin', 'netRevenue', 'netMargin']) AS kind,
    unnest([revenue, margin, backRevenue, backMargin, revenue - backRevenue, margin - backMargin]) AS amount FROM money)
UNION ALL SELECT t || '|' || n || '|' || paid || '|sold.' || kind, amount FROM (
  SELECT t, n, paid, unnest(['revenue', 'margin', 'returnedRevenue', 'returnedMargin', 'netRevenue', 'netMargin']) AS kind,
    unnest([revenue, margin, backRevenue, backMargin, revenue - backRevenue, margin - backMargin]) AS amount FROM sold)
UNION ALL SELECT t || '|' || n || '||' || kind, amount FROM (
  SELECT t, n, unnest(['orders', 'attached', 'basketPieces', 'attachedPieces', 'attachRate', 'piecesWith', 'piecesWithout']) AS kind,
    unnest([orders, attached, pieces, attachedPieces, attached / orders, CASE WHEN attached > 0 THEN attachedPieces / attached ELSE 0 END,
      CASE WHEN orders > attached THEN (pieces - attachedPieces) / (orders - attached) ELSE 0 END]) AS amount FROM baskets)
UNION ALL SELECT t || '|' || n || '|' || (SELECT currency FROM asked) || '|' || kind, amount FROM (
  SELECT t, n, unnest(['basketRevenue', 'attachedRevenue', 'revenueWith', 'revenueWithout']) AS kind,
    unnest([revenue, attachedRevenue, CASE WHEN attached > 0 THEN attachedRevenue / attached ELSE 0 END,
      CASE WHEN orders > attached THEN (revenue - attachedRevenue) / (orders - attached) ELSE 0 END]) AS amount FROM baskets)
UNION ALL SELECT t || '|' || n || '|' || (SELECT currency FROM asked) || '|earnedBeyond', earned FROM uplift
UNION ALL SELECT uplift.t || '|' || uplift.n || '|' || (SELECT currency FROM asked) || '|cannibalised', 1 - earned / margin FROM uplift JOIN net USING (t, n) WHERE margin > 0
UNION ALL SELECT 'day|' || strftime(day, '%Y-%m-%d') || '|' || (SELECT currency FROM asked) || '|sold.revenue', sum(revenue) FROM orders GROUP BY day
UNION ALL SELECT 'day|' || strftime(day, '%Y-%m-%d') || '|' || (SELECT currency FROM asked) || '|revenue', sum(revenue) FROM credited WHERE paid = (SELECT currency FROM asked) GROUP BY day
UNION ALL SELECT 'day|' || strftime(day, '%Y-%m-%d') || '||impressions', count(*) FROM reacted WHERE type = 'impression' GROUP BY day
UNION ALL SELECT 'day|' || strftime(day, '%Y-%m-%d') || '||clicks', count(*) FROM reacted WHERE type = 'click' GROUP BY day;
SELECT figure, amount FROM figures WHERE abs(amount) > 0.000005;
