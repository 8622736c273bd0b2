CREATE TABLE IF NOT EXISTS `portal_commit` (
  `id` TEXT NOT NULL,
  `at` DATETIME NOT NULL,
  PRIMARY KEY (`id`)
);

CREATE INDEX IF NOT EXISTS `portal_commit_at_idx` ON `portal_commit` (`at`);
