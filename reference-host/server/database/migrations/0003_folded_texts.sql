CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
ALTER TABLE "count_row" ADD COLUMN "folded_serial" text;--> statement-breakpoint
ALTER TABLE "inventory" ADD COLUMN "folded_description" text;--> statement-breakpoint
ALTER TABLE "inventory" ADD COLUMN "folded_notes" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "folded_code" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "folded_description" text;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "folded_code" text;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "folded_description" text;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "natural_code" text;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "folded_code" text;--> statement-breakpoint
CREATE INDEX "count_row_folded_serial" ON "count_row" USING gin ("folded_serial" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "count_row_serial_item_id_index" ON "count_row" USING btree ("serial","item_id");--> statement-breakpoint
CREATE INDEX "inventory_folded_description" ON "inventory" USING gin ("folded_description" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "inventory_folded_notes" ON "inventory" USING gin ("folded_notes" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "item_folded_code" ON "item" USING gin ("folded_code" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "item_folded_description" ON "item" USING gin ("folded_description" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "location_along_shelves" ON "location" USING btree ("warehouse","natural_code" collate "C");--> statement-breakpoint
CREATE INDEX "location_folded_code" ON "location" USING gin ("folded_code" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "location_folded_description" ON "location" USING gin ("folded_description" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "lot_folded_code" ON "lot" USING gin ("folded_code" gin_trgm_ops);