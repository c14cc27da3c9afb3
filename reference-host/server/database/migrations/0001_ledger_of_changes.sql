DROP INDEX "count_ledger_row_id_index";--> statement-breakpoint
ALTER TABLE "count_ledger" DROP CONSTRAINT "count_ledger_user_name_key_pk";--> statement-breakpoint
ALTER TABLE "count_ledger" ALTER COLUMN "key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "count_ledger" ADD COLUMN "id" serial PRIMARY KEY NOT NULL;--> statement-breakpoint
ALTER TABLE "count_ledger" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "count_ledger" ADD COLUMN "undoes" integer;--> statement-breakpoint
ALTER TABLE "count_ledger" ADD CONSTRAINT "count_ledger_undoes_count_ledger_id_fk" FOREIGN KEY ("undoes") REFERENCES "public"."count_ledger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "count_ledger_row_id_id_index" ON "count_ledger" USING btree ("row_id","id");--> statement-breakpoint
ALTER TABLE "count_ledger" ADD CONSTRAINT "count_ledger_undoes_unique" UNIQUE("undoes");--> statement-breakpoint
ALTER TABLE "count_ledger" ADD CONSTRAINT "count_ledger_user_name_key_unique" UNIQUE("user_name","key");