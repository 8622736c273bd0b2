ALTER TABLE `portal_publication` ADD COLUMN `missing_since` DATETIME NULL;

ALTER TABLE `portal_publication` ADD COLUMN `site_name` TEXT NULL;

ALTER TABLE `portal_publication` ADD COLUMN `site_url` TEXT NULL;

ALTER TABLE `portal_publication` ADD COLUMN `site_created` TEXT NULL;

ALTER TABLE `portal_publication` ADD COLUMN `earlier_by` TEXT NULL;

ALTER TABLE `portal_publication` ADD COLUMN `earlier_reason` TEXT NULL;

ALTER TABLE `portal_publication` ADD COLUMN `earlier_until` DATETIME NULL;

ALTER TABLE `portal_paused` ADD COLUMN `site_name` TEXT NULL;

ALTER TABLE `portal_paused` ADD COLUMN `site_url` TEXT NULL;

ALTER TABLE `portal_paused` ADD COLUMN `site_created` TEXT NULL;

CREATE TABLE IF NOT EXISTS `portal_former_publication` (
  `idsite` INTEGER NOT NULL,
  `site_name` TEXT NULL,
  `site_url` TEXT NULL,
  `site_created` TEXT NULL,
  `granted_by` TEXT NULL,
  `reason` TEXT NULL,
  `until` DATETIME NULL,
  `ended_at` DATETIME NOT NULL,
  PRIMARY KEY (`idsite`)
);

CREATE INDEX IF NOT EXISTS `portal_former_publication_ended_at_idx` ON `portal_former_publication` (`ended_at`);
