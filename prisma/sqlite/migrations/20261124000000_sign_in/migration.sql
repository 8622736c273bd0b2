-- A session that was never seen is idle for too long: everybody signs in once more after this upgrade.
ALTER TABLE `portal_session` ADD COLUMN `last_seen_at` DATETIME NOT NULL DEFAULT '2000-01-01T00:00:00.000+00:00';

ALTER TABLE `portal_session` ADD COLUMN `method` TEXT NOT NULL DEFAULT 'password';

ALTER TABLE `portal_proof` ADD COLUMN `method` TEXT NOT NULL DEFAULT 'password';

CREATE TABLE IF NOT EXISTS `portal_burnt_code` (
  `id` TEXT NOT NULL,
  `burnt_at` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
);

CREATE INDEX IF NOT EXISTS `portal_burnt_code_burnt_at_idx` ON `portal_burnt_code` (`burnt_at`);
