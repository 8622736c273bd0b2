CREATE TABLE IF NOT EXISTS `portal_probe` (
  `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  `at` DATETIME(3) NOT NULL,
  `asked_by` VARCHAR(100) NULL,
  `outcome` VARCHAR(20) NOT NULL,
  `trouble` VARCHAR(40) NULL,
  `likely_reason` VARCHAR(40) NULL,
  `readable` INTEGER NULL,
  `configured` INTEGER NOT NULL,
  `unexpected_total` INTEGER NOT NULL,
  `unreadable_total` INTEGER NOT NULL,
  `differences` TEXT NOT NULL,
  `canary` VARCHAR(10) NULL,
  `duration_ms` INTEGER NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `portal_probe_outcome_at_idx` (`outcome`, `at`),
  INDEX `portal_probe_at_idx` (`at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

CREATE TABLE IF NOT EXISTS `portal_probe_site` (
  `idsite` INTEGER UNSIGNED NOT NULL,
  `looked_at` DATETIME(3) NOT NULL,
  `dashboard` VARCHAR(10) NOT NULL,
  `reports` VARCHAR(10) NOT NULL,
  `visits_log` VARCHAR(10) NOT NULL,
  `user_ids` VARCHAR(10) NOT NULL,
  `personal` TEXT NULL,
  `personal_count` INTEGER NULL,
  `trouble` VARCHAR(40) NULL,
  PRIMARY KEY (`idsite`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ENGINE = InnoDB ROW_FORMAT = DYNAMIC;
