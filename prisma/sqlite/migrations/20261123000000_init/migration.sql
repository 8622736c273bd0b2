CREATE TABLE IF NOT EXISTS `portal_publication` (
  `idsite` INTEGER NOT NULL,
  `channel` TEXT NOT NULL,
  `since` DATETIME NOT NULL,
  `granted_by` TEXT NULL,
  `reason` TEXT NULL,
  `until` DATETIME NULL,
  `event_seq` BIGINT NOT NULL,
  PRIMARY KEY (`idsite`)
);

CREATE INDEX IF NOT EXISTS `portal_publication_until_idx` ON `portal_publication` (`until`);

CREATE TABLE IF NOT EXISTS `portal_audit_event` (
  `seq` BIGINT NOT NULL,
  `at` DATETIME NOT NULL,
  `type` TEXT NOT NULL,
  `actor_type` TEXT NOT NULL,
  `actor_name` TEXT NOT NULL,
  `ip` TEXT NULL,
  `user_agent` TEXT NULL,
  `session_ref` TEXT NULL,
  `facts` TEXT NOT NULL,
  `prev_hash` TEXT NOT NULL,
  `hash` TEXT NOT NULL,
  PRIMARY KEY (`seq`)
);

CREATE INDEX IF NOT EXISTS `portal_audit_event_at_idx` ON `portal_audit_event` (`at`);

CREATE INDEX IF NOT EXISTS `portal_audit_event_type_at_idx` ON `portal_audit_event` (`type`, `at`);

CREATE TABLE IF NOT EXISTS `portal_audit_head` (
  `id` INTEGER NOT NULL,
  `seq` BIGINT NOT NULL,
  `hash` TEXT NOT NULL,
  PRIMARY KEY (`id`)
);

INSERT OR IGNORE INTO `portal_audit_head` (`id`, `seq`, `hash`)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE IF NOT EXISTS `portal_message` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `event_key` TEXT NOT NULL,
  `kind` TEXT NOT NULL,
  `language` TEXT NOT NULL,
  `facts` TEXT NOT NULL,
  `created_at` DATETIME NOT NULL,
  `subject` TEXT NULL,
  `html` TEXT NULL,
  `text` TEXT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS `portal_message_event_key_kind_language_key` ON `portal_message` (`event_key`, `kind`, `language`);

CREATE TABLE IF NOT EXISTS `portal_outbox` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `message_id` BIGINT NOT NULL,
  `event_key` TEXT NOT NULL,
  `kind` TEXT NOT NULL,
  `recipient` TEXT NOT NULL,
  `address` TEXT NOT NULL,
  `logins` TEXT NOT NULL,
  `state` TEXT NOT NULL DEFAULT 'due',
  `attempts` INTEGER NOT NULL DEFAULT 0,
  `next_attempt_at` DATETIME NOT NULL,
  `claim` TEXT NULL,
  `claimed_until` DATETIME NULL,
  `sent_at` DATETIME NULL,
  `provider_id` TEXT NULL,
  `last_error` TEXT NULL,
  `created_at` DATETIME NOT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS `portal_outbox_event_key_recipient_kind_key` ON `portal_outbox` (`event_key`, `recipient`, `kind`);

CREATE INDEX IF NOT EXISTS `portal_outbox_state_next_attempt_at_idx` ON `portal_outbox` (`state`, `next_attempt_at`);

CREATE INDEX IF NOT EXISTS `portal_outbox_claim_idx` ON `portal_outbox` (`claim`);

CREATE INDEX IF NOT EXISTS `portal_outbox_message_id_idx` ON `portal_outbox` (`message_id`);

CREATE TABLE IF NOT EXISTS `portal_proof` (
  `id` TEXT NOT NULL,
  `session_ref` TEXT NOT NULL,
  `login` TEXT NOT NULL,
  `action` TEXT NOT NULL,
  `subject` TEXT NOT NULL,
  `issued_at` DATETIME NOT NULL,
  `expires_at` DATETIME NOT NULL,
  `consumed_at` DATETIME NULL,
  PRIMARY KEY (`id`)
);

CREATE INDEX IF NOT EXISTS `portal_proof_expires_at_idx` ON `portal_proof` (`expires_at`);

CREATE TABLE IF NOT EXISTS `portal_session` (
  `ref` TEXT NOT NULL,
  `login` TEXT NOT NULL,
  `created_at` DATETIME NOT NULL,
  `proved_at` DATETIME NOT NULL,
  `expires_at` DATETIME NOT NULL,
  `ended_at` DATETIME NULL,
  `credentials_stamp` TEXT NOT NULL,
  `ip` TEXT NULL,
  `user_agent` TEXT NULL,
  PRIMARY KEY (`ref`)
);

CREATE INDEX IF NOT EXISTS `portal_session_login_idx` ON `portal_session` (`login`);

CREATE INDEX IF NOT EXISTS `portal_session_expires_at_idx` ON `portal_session` (`expires_at`);

CREATE TABLE IF NOT EXISTS `portal_lease` (
  `name` TEXT NOT NULL,
  `holder` TEXT NOT NULL,
  `fence` BIGINT NOT NULL,
  `expires_at` DATETIME NOT NULL,
  PRIMARY KEY (`name`)
);

CREATE TABLE IF NOT EXISTS `portal_run` (
  `id` INTEGER PRIMARY KEY AUTOINCREMENT,
  `job` TEXT NOT NULL,
  `started_at` DATETIME NOT NULL,
  `finished_at` DATETIME NULL,
  `outcome` TEXT NOT NULL,
  `counts` TEXT NOT NULL
);

CREATE INDEX IF NOT EXISTS `portal_run_job_started_at_idx` ON `portal_run` (`job`, `started_at`);

CREATE TABLE IF NOT EXISTS `portal_setting` (
  `name` TEXT NOT NULL,
  `value` TEXT NOT NULL,
  `updated_at` DATETIME NOT NULL,
  `updated_by` TEXT NOT NULL,
  PRIMARY KEY (`name`)
);
