ALTER TABLE `portal_message` ADD COLUMN `forgotten_at` DATETIME;

CREATE INDEX IF NOT EXISTS `portal_message_forgotten_at_created_at_idx` ON `portal_message` (`forgotten_at`, `created_at`);
