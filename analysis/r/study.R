# A study in R: a table with a row for every point, and a picture of a measure against a factor.
# Usage: Rscript study.R STUDY.h5 TABLE.csv FIGURE.pdf [MEASURE] [FACTOR]      FACTOR as in the file: factor_work_scale
library(ncdf4)

# The coordinates of every point, then the mean over futures and the range of 8 in 10 of them, in the measure's unit.
read_study <- function(file, measure) {
  factors <- grep("^factor_", names(file$var), value = TRUE)
  table <- data.frame(lapply(setNames(nm = c("point_name", "world", "policy_name", factors)),
                             function(name) as.vector(ncvar_get(file, name))), check.names = FALSE)
  futures <- ncvar_get(file, measure, collapse_degen = FALSE)  # replications by points
  table[[measure]] <- colMeans(futures, na.rm = TRUE)
  table$low <- apply(futures, 2, quantile, 0.1, na.rm = TRUE)
  table$high <- apply(futures, 2, quantile, 0.9, na.rm = TRUE)
  table
}

plot_study <- function(table, measure, along, unit) {
  policies <- unique(table$policy_name)
  plot(range(table[[along]], na.rm = TRUE), range(table$low, table$high, na.rm = TRUE), type = "n", xlab = along,
       ylab = paste0(measure, " (", unit, ")"))
  for (number in seq_along(policies)) {
    points <- table[table$policy_name == policies[number], ]
    points <- points[order(points[[along]]), ]
    matlines(points[[along]], points[c("low", measure, "high")], col = number, lty = c(3, 1, 3), lwd = c(1, 2, 1))
  }
  legend("topleft", policies, col = seq_along(policies), lwd = 2)
}

given <- commandArgs(trailingOnly = TRUE)
file <- nc_open(given[1])
measure <- if (length(given) > 3) given[4] else "unmet_per_100"
moved <- strsplit(ncatt_get(file, 0, "design_moves")$value, ",")[[1]][1]
along <- if (length(given) > 4) given[5] else paste0("factor_", moved)
if (file$var[[measure]]$ndims > 2) stop(measure, " is kept by period: this takes a study with \"by\": \"run\"")
study <- read_study(file, measure)
write.csv(study, given[2], row.names = FALSE)
pdf(given[3], width = 8, height = 5)
plot_study(study, measure, along, ncatt_get(file, measure, "units")$value)
invisible(dev.off())
