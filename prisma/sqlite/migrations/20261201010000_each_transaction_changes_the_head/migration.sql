ALTER TABLE `portal_audit_head` ADD COLUMN `holder` TEXT NOT NULL DEFAULT '';
