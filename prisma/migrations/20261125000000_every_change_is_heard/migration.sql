ALTER TABLE `portal_publication`
  ADD COLUMN `warned_days` INTEGER NULL,
  ADD COLUMN `reviewed_at` DATETIME(3) NULL,
  ADD COLUMN `reviewed_by` VARCHAR(100) NULL,
  ADD COLUMN `review_note` VARCHAR(2000) NULL,
  ADD COLUMN `lapses_at` DATETIME(3) NULL,
  ADD COLUMN `lapse_warned_days` INTEGER NULL;

ALTER TABLE `portal_message`
  ADD COLUMN `actor` VARCHAR(100) NULL,
  ADD COLUMN `digest_key` VARCHAR(100) NULL,
  ADD INDEX `portal_message_actor_created_at_idx` (`actor`, `created_at`),
  ADD INDEX `portal_message_digest_key_idx` (`digest_key`);

ALTER TABLE `portal_outbox`
  ADD COLUMN `sent_via` VARCHAR(20) NULL,
  ADD COLUMN `polled_at` DATETIME(3) NULL,
  ADD COLUMN `handled_at` DATETIME(3) NULL,
  ADD INDEX `portal_outbox_provider_id_idx` (`provider_id`);

ALTER TABLE `portal_run`
  ADD COLUMN `execution_id` VARCHAR(200) NULL;

CREATE TABLE IF NOT EXISTS `portal_finding` (
  `kind` VARCHAR(40) NOT NULL,
  `subject` VARCHAR(20) NOT NULL,
  `detail` VARCHAR(500) NOT NULL,
  `since` DATETIME(3) NOT NULL,
  `event_seq` BIGINT UNSIGNED NOT NULL,
  `acknowledged_at` DATETIME(3) NULL,
  `acknowledged_by` VARCHAR(100) NULL,
  `ack_reason` VARCHAR(2000) NULL,
  `ack_until` DATETIME(3) NULL,
  PRIMARY KEY (`kind`, `subject`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_roster` (
  `login` VARCHAR(100) NOT NULL,
  `email` VARCHAR(100) NOT NULL,
  `seen_at` DATETIME(3) NOT NULL,
  `unreachable_since` DATETIME(3) NULL,
  `unreachable_why` VARCHAR(20) NULL,
  PRIMARY KEY (`login`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_paused` (
  `idsite` INTEGER UNSIGNED NOT NULL,
  `channel` VARCHAR(20) NOT NULL,
  `since` DATETIME(3) NOT NULL,
  `granted_by` VARCHAR(100) NULL,
  `reason` VARCHAR(2000) NULL,
  `until` DATETIME(3) NULL,
  `reviewed_at` DATETIME(3) NULL,
  `reviewed_by` VARCHAR(100) NULL,
  `review_note` VARCHAR(2000) NULL,
  PRIMARY KEY (`idsite`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_mail_event` (
  `id` VARCHAR(190) NOT NULL,
  `provider_id` VARCHAR(200) NOT NULL,
  `fate` VARCHAR(20) NOT NULL,
  `recipient` VARCHAR(100) NOT NULL,
  `at` DATETIME(3) NOT NULL,
  `received_at` DATETIME(3) NOT NULL,
  `detail` VARCHAR(500) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `portal_mail_event_provider_id_idx` (`provider_id`),
  INDEX `portal_mail_event_recipient_at_idx` (`recipient`, `at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_escalation` (
  `event_key` VARCHAR(100) NOT NULL,
  `kind` VARCHAR(40) NOT NULL,
  `state` VARCHAR(10) NOT NULL,
  `attempts` INTEGER NOT NULL,
  `next_attempt_at` DATETIME(3) NOT NULL,
  `created_at` DATETIME(3) NOT NULL,
  `sent_at` DATETIME(3) NULL,
  `last_error` VARCHAR(500) NULL,
  PRIMARY KEY (`event_key`, `kind`),
  INDEX `portal_escalation_state_next_attempt_at_idx` (`state`, `next_attempt_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_slow_reminders` (
  `recipient` VARCHAR(100) NOT NULL,
  `since` DATETIME(3) NOT NULL,
  `chosen_in` VARCHAR(20) NOT NULL,
  PRIMARY KEY (`recipient`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;
