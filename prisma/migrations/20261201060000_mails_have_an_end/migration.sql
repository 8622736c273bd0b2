ALTER TABLE `portal_message`
  ADD COLUMN `forgotten_at` DATETIME(3) NULL,
  ADD INDEX `portal_message_forgotten_at_created_at_idx` (`forgotten_at`, `created_at`);
