ALTER TABLE `portal_audit_head` ADD COLUMN `holder` CHAR(36) NOT NULL DEFAULT '';
