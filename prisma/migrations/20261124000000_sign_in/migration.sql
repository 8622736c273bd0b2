-- A session that was never seen is idle for too long: everybody signs in once more after this upgrade.
ALTER TABLE `portal_session`
  ADD COLUMN `last_seen_at` DATETIME(3) NOT NULL DEFAULT '2000-01-01 00:00:00.000',
  ADD COLUMN `method` VARCHAR(40) NOT NULL DEFAULT 'password';

ALTER TABLE `portal_proof`
  ADD COLUMN `method` VARCHAR(40) NOT NULL DEFAULT 'password';

CREATE TABLE IF NOT EXISTS `portal_burnt_code` (
  `id` CHAR(64) NOT NULL,
  `burnt_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `portal_burnt_code_burnt_at_idx` (`burnt_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;
