ALTER TABLE `portal_audit_event` ADD COLUMN `origin_digest` TEXT;

CREATE TABLE IF NOT EXISTS `portal_audit_origin` (
  `seq` BIGINT NOT NULL,
  `salt` TEXT NOT NULL,
  `ip` TEXT,
  `user_agent` TEXT,
  `session_ref` TEXT,
  PRIMARY KEY (`seq`)
);
