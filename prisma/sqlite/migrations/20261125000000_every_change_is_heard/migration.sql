ALTER TABLE `portal_publication` ADD COLUMN `warned_days` INTEGER NULL;

ALTER TABLE `portal_publication` ADD COLUMN `reviewed_at` DATETIME NULL;

ALTER TABLE `portal_publication` ADD COLUMN `reviewed_by` TEXT NULL;

ALTER TABLE `portal_publication` ADD COLUMN `review_note` TEXT NULL;

ALTER TABLE `portal_publication` ADD COLUMN `lapses_at` DATETIME NULL;

ALTER TABLE `portal_publication` ADD COLUMN `lapse_warned_days` INTEGER NULL;

ALTER TABLE `portal_message` ADD COLUMN `actor` TEXT NULL;

ALTER TABLE `portal_message` ADD COLUMN `digest_key` TEXT NULL;

CREATE INDEX IF NOT EXISTS `portal_message_actor_created_at_idx` ON `portal_message` (`actor`, `created_at`);

CREATE INDEX IF NOT EXISTS `portal_message_digest_key_idx` ON `portal_message` (`digest_key`);

ALTER TABLE `portal_outbox` ADD COLUMN `sent_via` TEXT NULL;

ALTER TABLE `portal_outbox` ADD COLUMN `polled_at` DATETIME NULL;

ALTER TABLE `portal_outbox` ADD COLUMN `handled_at` DATETIME NULL;

CREATE INDEX IF NOT EXISTS `portal_outbox_provider_id_idx` ON `portal_outbox` (`provider_id`);

ALTER TABLE `portal_run` ADD COLUMN `execution_id` TEXT NULL;

CREATE TABLE IF NOT EXISTS `portal_finding` (
  `kind` TEXT NOT NULL,
  `subject` TEXT NOT NULL,
  `detail` TEXT NOT NULL,
  `since` DATETIME NOT NULL,
  `event_seq` BIGINT NOT NULL,
  `acknowledged_at` DATETIME NULL,
  `acknowledged_by` TEXT NULL,
  `ack_reason` TEXT NULL,
  `ack_until` DATETIME NULL,
  PRIMARY KEY (`kind`, `subject`)
);

CREATE TABLE IF NOT EXISTS `portal_roster` (
  `login` TEXT NOT NULL,
  `email` TEXT NOT NULL,
  `seen_at` DATETIME NOT NULL,
  `unreachable_since` DATETIME NULL,
  `unreachable_why` TEXT NULL,
  PRIMARY KEY (`login`)
);

CREATE TABLE IF NOT EXISTS `portal_paused` (
  `idsite` INTEGER NOT NULL,
  `channel` TEXT NOT NULL,
  `since` DATETIME NOT NULL,
  `granted_by` TEXT NULL,
  `reason` TEXT NULL,
  `until` DATETIME NULL,
  `reviewed_at` DATETIME NULL,
  `reviewed_by` TEXT NULL,
  `review_note` TEXT NULL,
  PRIMARY KEY (`idsite`)
);

CREATE TABLE IF NOT EXISTS `portal_mail_event` (
  `id` TEXT NOT NULL,
  `provider_id` TEXT NOT NULL,
  `fate` TEXT NOT NULL,
  `recipient` TEXT NOT NULL,
  `at` DATETIME NOT NULL,
  `received_at` DATETIME NOT NULL,
  `detail` TEXT NOT NULL,
  PRIMARY KEY (`id`)
);

CREATE INDEX IF NOT EXISTS `portal_mail_event_provider_id_idx` ON `portal_mail_event` (`provider_id`);

CREATE INDEX IF NOT EXISTS `portal_mail_event_recipient_at_idx` ON `portal_mail_event` (`recipient`, `at`);

CREATE TABLE IF NOT EXISTS `portal_escalation` (
  `event_key` TEXT NOT NULL,
  `kind` TEXT NOT NULL,
  `state` TEXT NOT NULL,
  `attempts` INTEGER NOT NULL,
  `next_attempt_at` DATETIME NOT NULL,
  `created_at` DATETIME NOT NULL,
  `sent_at` DATETIME NULL,
  `last_error` TEXT NULL,
  PRIMARY KEY (`event_key`, `kind`)
);

CREATE INDEX IF NOT EXISTS `portal_escalation_state_next_attempt_at_idx` ON `portal_escalation` (`state`, `next_attempt_at`);

CREATE TABLE IF NOT EXISTS `portal_slow_reminders` (
  `recipient` TEXT NOT NULL,
  `since` DATETIME NOT NULL,
  `chosen_in` TEXT NOT NULL,
  PRIMARY KEY (`recipient`)
);
