ALTER TABLE "book_stock" DROP CONSTRAINT "book_stock_item_id_variant_id_lot_id_location_id_unique";--> statement-breakpoint
ALTER TABLE "count_row" DROP CONSTRAINT "count_row_identity";--> statement-breakpoint
ALTER TABLE "book_stock" ADD COLUMN "dimensions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "count_row" ADD COLUMN "dimensions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "book_stock" ADD CONSTRAINT "book_stock_identity" UNIQUE NULLS NOT DISTINCT("item_id","variant_id","lot_id","location_id","dimensions");--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_identity" UNIQUE NULLS NOT DISTINCT("list_id","item_id","variant_id","lot_id","serial","location_id","dimensions");