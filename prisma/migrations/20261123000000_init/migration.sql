CREATE TABLE IF NOT EXISTS `portal_publication` (
  `idsite` INTEGER UNSIGNED NOT NULL,
  `channel` VARCHAR(20) NOT NULL,
  `since` DATETIME(3) NOT NULL,
  `granted_by` VARCHAR(100) NULL,
  `reason` VARCHAR(2000) NULL,
  `until` DATETIME(3) NULL,
  `event_seq` BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (`idsite`),
  INDEX `portal_publication_until_idx` (`until`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_audit_event` (
  `seq` BIGINT UNSIGNED NOT NULL,
  `at` DATETIME(3) NOT NULL,
  `type` VARCHAR(60) NOT NULL,
  `actor_type` VARCHAR(20) NOT NULL,
  `actor_name` VARCHAR(100) NOT NULL,
  `ip` VARCHAR(60) NULL,
  `user_agent` VARCHAR(300) NULL,
  `session_ref` VARCHAR(64) NULL,
  `facts` LONGTEXT NOT NULL,
  `prev_hash` CHAR(64) NOT NULL,
  `hash` CHAR(64) NOT NULL,
  PRIMARY KEY (`seq`),
  INDEX `portal_audit_event_at_idx` (`at`),
  INDEX `portal_audit_event_type_at_idx` (`type`, `at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_audit_head` (
  `id` TINYINT UNSIGNED NOT NULL,
  `seq` BIGINT UNSIGNED NOT NULL,
  `hash` CHAR(64) NOT NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

INSERT IGNORE INTO `portal_audit_head` (`id`, `seq`, `hash`)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE IF NOT EXISTS `portal_message` (
  `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  `event_key` VARCHAR(100) NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `language` VARCHAR(10) NOT NULL,
  `facts` LONGTEXT NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  `subject` VARCHAR(500) NULL,
  `html` LONGTEXT NULL,
  `text` LONGTEXT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `portal_message_event_key_kind_language_key` (`event_key`, `kind`, `language`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_outbox` (
  `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  `message_id` BIGINT UNSIGNED NOT NULL,
  `event_key` VARCHAR(100) NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `recipient` VARCHAR(100) NOT NULL,
  `address` VARCHAR(100) NOT NULL,
  `logins` TEXT NOT NULL,
  `state` VARCHAR(10) NOT NULL DEFAULT 'due',
  `attempts` INTEGER NOT NULL DEFAULT 0,
  `next_attempt_at` DATETIME(3) NOT NULL,
  `claim` VARCHAR(64) NULL,
  `claimed_until` DATETIME(3) NULL,
  `sent_at` DATETIME(3) NULL,
  `provider_id` VARCHAR(200) NULL,
  `last_error` VARCHAR(500) NULL,
  `created_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `portal_outbox_event_key_recipient_kind_key` (`event_key`, `recipient`, `kind`),
  INDEX `portal_outbox_state_next_attempt_at_idx` (`state`, `next_attempt_at`),
  INDEX `portal_outbox_claim_idx` (`claim`),
  INDEX `portal_outbox_message_id_idx` (`message_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_proof` (
  `id` CHAR(64) NOT NULL,
  `session_ref` CHAR(64) NOT NULL,
  `login` VARCHAR(100) NOT NULL,
  `action` VARCHAR(40) NOT NULL,
  `subject` CHAR(64) NOT NULL,
  `issued_at` DATETIME(3) NOT NULL,
  `expires_at` DATETIME(3) NOT NULL,
  `consumed_at` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `portal_proof_expires_at_idx` (`expires_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_session` (
  `ref` CHAR(64) NOT NULL,
  `login` VARCHAR(100) NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  `proved_at` DATETIME(3) NOT NULL,
  `expires_at` DATETIME(3) NOT NULL,
  `ended_at` DATETIME(3) NULL,
  `credentials_stamp` CHAR(64) NOT NULL,
  `ip` VARCHAR(60) NULL,
  `user_agent` VARCHAR(300) NULL,
  PRIMARY KEY (`ref`),
  INDEX `portal_session_login_idx` (`login`),
  INDEX `portal_session_expires_at_idx` (`expires_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_lease` (
  `name` VARCHAR(60) NOT NULL,
  `holder` VARCHAR(64) NOT NULL,
  `fence` BIGINT UNSIGNED NOT NULL,
  `expires_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_run` (
  `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  `job` VARCHAR(40) NOT NULL,
  `started_at` DATETIME(3) NOT NULL,
  `finished_at` DATETIME(3) NULL,
  `outcome` VARCHAR(10) NOT NULL,
  `counts` TEXT NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `portal_run_job_started_at_idx` (`job`, `started_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_setting` (
  `name` VARCHAR(60) NOT NULL,
  `value` TEXT NOT NULL,
  `updated_at` DATETIME(3) NOT NULL,
  `updated_by` VARCHAR(100) NOT NULL,
  PRIMARY KEY (`name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;
