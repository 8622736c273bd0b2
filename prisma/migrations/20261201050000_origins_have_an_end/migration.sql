ALTER TABLE `portal_audit_event`
  ADD COLUMN `origin_digest` CHAR(64) NULL;

CREATE TABLE IF NOT EXISTS `portal_audit_origin` (
  `seq` BIGINT UNSIGNED NOT NULL,
  `salt` CHAR(32) NOT NULL,
  `ip` VARCHAR(60) NULL,
  `user_agent` VARCHAR(300) NULL,
  `session_ref` VARCHAR(64) NULL,
  PRIMARY KEY (`seq`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;
