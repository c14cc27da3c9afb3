CREATE TABLE "alternative_unit" (
	"item_id" integer NOT NULL,
	"unit" text NOT NULL,
	"factor" numeric NOT NULL,
	"operation" text NOT NULL,
	"default" boolean NOT NULL,
	"mandatory" boolean NOT NULL,
	"priority" integer NOT NULL,
	"default_wms" boolean NOT NULL,
	CONSTRAINT "alternative_unit_item_id_unit_pk" PRIMARY KEY("item_id","unit")
);
--> statement-breakpoint
CREATE TABLE "barcode" (
	"id" serial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"value" text NOT NULL,
	"item_id" integer NOT NULL,
	"variant_id" integer
);
--> statement-breakpoint
CREATE TABLE "book_stock" (
	"id" serial PRIMARY KEY NOT NULL,
	"item_id" integer NOT NULL,
	"variant_id" integer,
	"lot_id" integer,
	"location_id" integer NOT NULL,
	"quantity" numeric NOT NULL,
	CONSTRAINT "book_stock_item_id_variant_id_lot_id_location_id_unique" UNIQUE NULLS NOT DISTINCT("item_id","variant_id","lot_id","location_id")
);
--> statement-breakpoint
CREATE TABLE "count_ledger" (
	"user_name" text NOT NULL,
	"key" text NOT NULL,
	"list_id" integer NOT NULL,
	"row_id" integer NOT NULL,
	"request" jsonb NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "count_ledger_user_name_key_pk" PRIMARY KEY("user_name","key")
);
--> statement-breakpoint
CREATE TABLE "count_row" (
	"id" serial PRIMARY KEY NOT NULL,
	"list_id" integer NOT NULL,
	"row_number" integer NOT NULL,
	"item_id" integer NOT NULL,
	"variant_id" integer,
	"lot_id" integer,
	"serial" text,
	"location_id" integer NOT NULL,
	"quantity" numeric,
	"alternative_unit" text,
	"alternative_quantity" numeric,
	"expected" boolean DEFAULT false NOT NULL,
	"inserted_at" timestamp with time zone NOT NULL,
	"book_stock" numeric DEFAULT '0' NOT NULL,
	"counted_at" timestamp with time zone,
	"operator" text,
	"recording" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "count_row_list_id_row_number_unique" UNIQUE("list_id","row_number"),
	CONSTRAINT "count_row_identity" UNIQUE NULLS NOT DISTINCT("list_id","item_id","variant_id","lot_id","serial","location_id")
);
--> statement-breakpoint
CREATE TABLE "employee" (
	"user_name" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"supervisor" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inventory" (
	"id" serial PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"date" date NOT NULL,
	"description" text NOT NULL,
	"notes" text NOT NULL,
	"operator" text,
	"closed" boolean NOT NULL,
	CONSTRAINT "inventory_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "inventory_list" (
	"id" serial PRIMARY KEY NOT NULL,
	"inventory_id" integer NOT NULL,
	"row" integer NOT NULL,
	"list_type" text NOT NULL,
	"operator" text,
	"warehouse" text NOT NULL,
	"closing_date" date,
	"last_row_number" integer DEFAULT 0 NOT NULL,
	"last_recording" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "inventory_list_inventory_id_row_unique" UNIQUE("inventory_id","row")
);
--> statement-breakpoint
CREATE TABLE "item" (
	"id" serial PRIMARY KEY NOT NULL,
	"item_class" text NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"unit" text NOT NULL,
	"lot_managed" boolean NOT NULL,
	"serial_managed" boolean NOT NULL,
	"archived" boolean NOT NULL,
	"phantom" boolean NOT NULL,
	CONSTRAINT "item_item_class_code_unique" UNIQUE("item_class","code")
);
--> statement-breakpoint
CREATE TABLE "item_class" (
	"code" text PRIMARY KEY NOT NULL,
	"description" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_variant" (
	"id" serial PRIMARY KEY NOT NULL,
	"item_id" integer NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "item_variant_item_id_code_unique" UNIQUE("item_id","code")
);
--> statement-breakpoint
CREATE TABLE "list_type" (
	"code" text PRIMARY KEY NOT NULL,
	"description" text NOT NULL,
	"keep_location" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "location" (
	"id" serial PRIMARY KEY NOT NULL,
	"warehouse" text NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"type" text NOT NULL,
	"active" boolean NOT NULL,
	"blocked" boolean NOT NULL,
	"reserved" boolean NOT NULL,
	"obsolete" boolean NOT NULL,
	CONSTRAINT "location_warehouse_code_unique" UNIQUE("warehouse","code")
);
--> statement-breakpoint
CREATE TABLE "lot" (
	"id" serial PRIMARY KEY NOT NULL,
	"item_id" integer NOT NULL,
	"code" text NOT NULL,
	"supplier_lot" text,
	"start_date" date,
	"expiry_date" date,
	"status" text NOT NULL,
	"closed" boolean NOT NULL,
	CONSTRAINT "lot_item_id_code_unique" UNIQUE("item_id","code")
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokenizer" (
	"code" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"separator" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokenizer_row" (
	"tokenizer" text NOT NULL,
	"sequence" integer NOT NULL,
	"business_object" text,
	"property" text,
	"length" text NOT NULL,
	"separator" text NOT NULL,
	"main_object" text,
	CONSTRAINT "tokenizer_row_tokenizer_sequence_pk" PRIMARY KEY("tokenizer","sequence")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"code" text PRIMARY KEY NOT NULL,
	"description" text NOT NULL,
	"decimals" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "warehouse" (
	"code" text PRIMARY KEY NOT NULL,
	"description" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alternative_unit" ADD CONSTRAINT "alternative_unit_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alternative_unit" ADD CONSTRAINT "alternative_unit_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "barcode" ADD CONSTRAINT "barcode_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "barcode" ADD CONSTRAINT "barcode_variant_id_item_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."item_variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_stock" ADD CONSTRAINT "book_stock_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_stock" ADD CONSTRAINT "book_stock_variant_id_item_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."item_variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_stock" ADD CONSTRAINT "book_stock_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_stock" ADD CONSTRAINT "book_stock_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_ledger" ADD CONSTRAINT "count_ledger_row_id_count_row_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."count_row"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_list_id_inventory_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."inventory_list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_variant_id_item_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."item_variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_alternative_unit_unit_code_fk" FOREIGN KEY ("alternative_unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_row" ADD CONSTRAINT "count_row_operator_employee_user_name_fk" FOREIGN KEY ("operator") REFERENCES "public"."employee"("user_name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory" ADD CONSTRAINT "inventory_operator_employee_user_name_fk" FOREIGN KEY ("operator") REFERENCES "public"."employee"("user_name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_list" ADD CONSTRAINT "inventory_list_inventory_id_inventory_id_fk" FOREIGN KEY ("inventory_id") REFERENCES "public"."inventory"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_list" ADD CONSTRAINT "inventory_list_list_type_list_type_code_fk" FOREIGN KEY ("list_type") REFERENCES "public"."list_type"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_list" ADD CONSTRAINT "inventory_list_operator_employee_user_name_fk" FOREIGN KEY ("operator") REFERENCES "public"."employee"("user_name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_list" ADD CONSTRAINT "inventory_list_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_item_class_item_class_code_fk" FOREIGN KEY ("item_class") REFERENCES "public"."item_class"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_unit_unit_code_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_variant" ADD CONSTRAINT "item_variant_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_user_name_employee_user_name_fk" FOREIGN KEY ("user_name") REFERENCES "public"."employee"("user_name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokenizer_row" ADD CONSTRAINT "tokenizer_row_tokenizer_tokenizer_code_fk" FOREIGN KEY ("tokenizer") REFERENCES "public"."tokenizer"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "barcode_value_index" ON "barcode" USING btree ("value");--> statement-breakpoint
CREATE INDEX "barcode_item_id_index" ON "barcode" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "count_ledger_row_id_index" ON "count_ledger" USING btree ("row_id");--> statement-breakpoint
CREATE INDEX "count_row_list_id_recording_row_number_index" ON "count_row" USING btree ("list_id","recording" DESC NULLS LAST,"row_number");--> statement-breakpoint
CREATE INDEX "item_code_index" ON "item" USING btree ("code");--> statement-breakpoint
CREATE INDEX "lot_code_index" ON "lot" USING btree ("code");