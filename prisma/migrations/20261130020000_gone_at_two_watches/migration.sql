ALTER TABLE `portal_publication`
  ADD COLUMN `missing_since` DATETIME(3) NULL,
  ADD COLUMN `site_name` TEXT NULL,
  ADD COLUMN `site_url` TEXT NULL,
  ADD COLUMN `site_created` VARCHAR(40) NULL,
  ADD COLUMN `earlier_by` VARCHAR(100) NULL,
  ADD COLUMN `earlier_reason` VARCHAR(2000) NULL,
  ADD COLUMN `earlier_until` DATETIME(3) NULL;

ALTER TABLE `portal_paused`
  ADD COLUMN `site_name` TEXT NULL,
  ADD COLUMN `site_url` TEXT NULL,
  ADD COLUMN `site_created` VARCHAR(40) NULL;

CREATE TABLE IF NOT EXISTS `portal_former_publication` (
  `idsite` INTEGER UNSIGNED NOT NULL,
  `site_name` TEXT NULL,
  `site_url` TEXT NULL,
  `site_created` VARCHAR(40) NULL,
  `granted_by` VARCHAR(100) NULL,
  `reason` VARCHAR(2000) NULL,
  `until` DATETIME(3) NULL,
  `ended_at` DATETIME(3) NOT NULL,
  PRIMARY KEY (`idsite`),
  INDEX `portal_former_publication_ended_at_idx` (`ended_at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;
