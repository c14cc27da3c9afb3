ALTER TABLE "inventory_list" ADD COLUMN "rows" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_list" ADD COLUMN "expected" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_list" ADD COLUMN "counted" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "inventory_list" SET "rows" = sums."rows", "expected" = sums."expected", "counted" = sums."counted"
FROM (
	SELECT "list_id", count(*) AS "rows", count(*) FILTER (WHERE "expected") AS "expected", count("quantity") AS "counted"
	FROM "count_row" GROUP BY "list_id"
) AS sums
WHERE sums."list_id" = "inventory_list"."id";
